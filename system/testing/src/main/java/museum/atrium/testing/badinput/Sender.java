package museum.atrium.testing.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends attempts as they are written. */
record Sender(int port) {

    private static final int MUCH = 5_000_000;
    private static final int MORE_THAN_IS_READ = 100_000;
    private static final int END_OF_STATUS = "HTTP/1.1 200".length();
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final Pattern CHUNKED = Pattern.compile("(?i)\r\ntransfer-encoding: *chunked");
    private static final int HEXADECIMAL = 16;
    private static final Pattern TYPE = Pattern.compile("(?i)\r\ncontent-type: *([^\r]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Answer send(Attempt attempt) {
        try {
            byte[] body = attempt.body();
            return body != null && body.length > MUCH ? announce(attempt, body.length) : patiently(attempt, body);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no answer to " + attempt.curl(port), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Who refuses early may close the connection while the rest is still being sent, and the answer is lost with it. */
    private Answer patiently(Attempt attempt, byte @Nullable [] body) throws IOException, InterruptedException {
        try {
            return send(attempt, body);
        } catch (IOException e) {
            if (body == null || body.length < MORE_THAN_IS_READ) {
                throw e;
            }
            return announce(attempt, body.length);
        }
    }

    private Answer send(Attempt attempt, byte @Nullable [] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + attempt.address()))
                .timeout(PATIENCE)
                .method(attempt.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        attempt.headers().forEach(request::header);
        return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    }

    /** Says how much is to come and sends none of it: a refusal that is lost in what follows nobody reads. */
    private Answer announce(Attempt attempt, int length) throws IOException {
        StringBuilder head = new StringBuilder(attempt.method() + " " + attempt.address() + " HTTP/1.1\r\n");
        attempt.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Host: localhost\r\nContent-Length: ").append(length).append("\r\n\r\n");
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            return answer(socket.getInputStream());
        }
    }

    /** What is announced is waited for, so the end of the answer is where it says. */
    private static Answer answer(InputStream in) throws IOException {
        String head = until("\r\n\r\n", in);
        Matcher length = LENGTH.matcher(head);
        Matcher type = TYPE.matcher(head);
        byte[] body = CHUNKED.matcher(head).find()
                ? chunks(in)
                : in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        int status =
                head.length() < END_OF_STATUS ? 0 : Integer.parseInt(head.substring(END_OF_STATUS - 3, END_OF_STATUS));
        return new Answer(status, type.find() ? type.group(1) : null, null, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size;
        do {
            String line = until("\r\n", in).strip();
            size = line.isEmpty() ? 0 : Integer.parseInt(line, HEXADECIMAL);
            all.write(in.readNBytes(size));
            until("\r\n", in);
        } while (size > 0);
        return all.toByteArray();
    }

    /** And with it; or until the connection ends. */
    private static String until(String end, InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }
}

package museum.atrium.system.surface;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** One upload by tus 1.0, with the accidents that a long upload has. */
public final class TusUpload {

    private final Http http;
    private final URI location;

    private TusUpload(Http http, URI location) {
        this.http = http;
        this.location = location;
    }

    static TusUpload create(Http http, String uploadUrl, String fileName, long length) {
        Http tus = http.with("Tus-Resumable", "1.0.0");
        Answer created = tus.with("Upload-Length", Long.toString(length))
                .with("Upload-Metadata", "filename %s,filetype %s".formatted(base64(fileName), base64("video/mp4")))
                .post(uploadUrl)
                .expecting(201);
        String location = created.header("Location").orElseThrow(() -> new AssertionError("no Location"));
        return new TusUpload(tus, created.uri().resolve(location));
    }

    /** Where the server says that the next byte goes. */
    public long offset() {
        Answer answer = http.head(location.toString()).expecting(200, 204);
        return Long.parseLong(answer.header("Upload-Offset").orElseThrow(() -> new AssertionError("no Upload-Offset")));
    }

    /** Sends the bytes from one position to another, with their checksum. */
    public void sends(byte[] content, int from, int to) {
        byte[] piece = Arrays.copyOfRange(content, from, to);
        append(piece, from, sha1(piece)).expecting(204);
    }

    /** Sends bytes that were spoilt on the way; true when the server noticed and refused. */
    public boolean refusesSpoiltBytes(byte[] content, int from, int to) {
        byte[] piece = Arrays.copyOfRange(content, from, to);
        byte[] checksum = sha1(piece);
        piece[0] ^= 1;
        return append(piece, from, checksum).status() == 460;
    }

    private Answer append(byte[] piece, int offset, byte[] sha1) {
        return http.with("Content-Type", "application/offset+octet-stream")
                .with("Upload-Offset", Integer.toString(offset))
                .with("Upload-Checksum", "sha1 " + Base64.getEncoder().encodeToString(sha1))
                .patch(location.toString(), piece);
    }

    /** Announces the rest of the content, sends bytes up to a position, and loses the connection. */
    public void losesTheConnection(byte[] content, int from, int to) {
        String head = """
                PATCH %s HTTP/1.1\r
                Host: %s\r
                %sContent-Type: application/offset+octet-stream\r
                Upload-Offset: %d\r
                Content-Length: %d\r
                \r
                """.formatted(
                location.getRawPath(), location.getAuthority(), http.headerLines(), from, content.length - from);
        try (Socket socket = new Socket(location.getHost(), location.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(content, from, to - from);
            out.flush();
            // A reset, as when a cable is pulled; not an orderly end.
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection broke before it should", e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}

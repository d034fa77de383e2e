package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import museum.atrium.http.destination.Destinations;
import museum.atrium.recording.store.MediaFolder;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One attempt to fetch a file. It goes on behind what an earlier one has brought, if the server says that it is still the same
 * (RFC 9110, If-Range), and begins again if not.
 */
@Component
class Fetching {

    private static final int BUFFER = 1 << 16;
    private static final int MOST_REDIRECTS = 10;
    private static final int NO_LONGER_WANTED_AFTER = 64;
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> LATER = Set.of(408, 425, 429);

    private final CloseableHttpClient client;
    private final Destinations destinations;
    private final MediaFolder folder;
    private final Keeping keeping;
    private final Clock clock;

    Fetching(CloseableHttpClient client, Destinations destinations, MediaFolder folder, Keeping keeping, Clock clock) {
        this.client = client;
        this.destinations = destinations;
        this.folder = folder;
        this.keeping = keeping;
        this.clock = clock;
    }

    /** @param deadline when it has taken too long, however steadily it comes */
    Fetched fetch(Import asked, Instant deadline) {
        try (FileChannel file = FileChannel.open(
                folder.path(asked.upload().toString()), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            try {
                return follow(asked, file, deadline);
            } finally {
                file.force(true);
            }
        } catch (IOException failure) {
            return Thread.currentThread().isInterrupted() ? new Fetched.Abandoned() : failed(failure);
        }
    }

    private Fetched follow(Import asked, FileChannel file, Instant deadline) throws IOException {
        URI at = asked.url();
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Optional<String> complaint = destinations.complaint(at);
            if (complaint.isPresent()) {
                return new Fetched.Never("The address leads on to another, which " + complaint.get() + ".");
            }
            HttpGet request = request(at, asked, file.size());
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            try {
                if (!MOVED.contains(response.getCode())) {
                    return read(asked, response, file, deadline);
                }
                URI next = target(at, response);
                if (next == null) {
                    return new Fetched.Never("The server leads on to another address, and does not say to which.");
                }
                at = next;
            } finally {
                // Closed without that, the rest would be read, which may be long.
                request.cancel();
                Closer.closeQuietly(response);
            }
        }
        return new Fetched.Never("The server leads on from address to address and to no file.");
    }

    private static HttpGet request(URI at, Import asked, long have) {
        HttpGet request = new HttpGet(at);
        if (have > 0 && asked.etag() != null) {
            request.setHeader(HttpHeaders.RANGE, "bytes=" + have + "-");
            request.setHeader(HttpHeaders.IF_RANGE, asked.etag());
        }
        return request;
    }

    private static @Nullable URI target(URI at, ClassicHttpResponse response) {
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        try {
            URI next = location == null ? null : at.resolve(location.getValue());
            return next == null || next.getHost() == null ? null : next;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private Fetched read(Import asked, ClassicHttpResponse response, FileChannel file, Instant deadline)
            throws IOException {
        int status = response.getCode();
        boolean goesOn = status == 206 && contentRange(response).startsWith("bytes " + file.size() + "-");
        if (status == 416 || status == 206 && !goesOn) {
            keeping.version(asked, null, null);
            file.truncate(0);
            return new Fetched.Later("What had come of the file does not fit what the server has; it begins again.");
        }
        if (status != 200 && !goesOn) {
            String reason = "The server answered %d instead of a file.".formatted(status);
            return status >= 500 || LATER.contains(status) ? new Fetched.Later(reason) : new Fetched.Never(reason);
        }
        if (response.getEntity() == null) {
            return new Fetched.Never("The server sent no file.");
        }
        String type = Optional.ofNullable(response.getEntity().getContentType()).orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            return new Fetched.Never("The address shows a page; give the address of the file itself.");
        }
        if (!goesOn) {
            file.truncate(0);
        }
        long announced = response.getEntity().getContentLength();
        Long length = announced < 0 ? null : Long.valueOf(file.size() + announced);
        if (length != null && length > keeping.largest()) {
            return tooLarge();
        }
        keeping.version(asked, strongTag(response), length);
        try (InputStream bytes = response.getEntity().getContent()) {
            return copy(asked, bytes, file, length, deadline);
        }
    }

    private Fetched copy(Import asked, InputStream bytes, FileChannel file, @Nullable Long length, Instant deadline)
            throws IOException {
        file.position(file.size());
        byte[] buffer = new byte[BUFFER];
        int rounds = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            ByteBuffer part = ByteBuffer.wrap(buffer, 0, count);
            while (part.hasRemaining()) {
                file.write(part);
            }
            if (file.position() > keeping.largest()) {
                return tooLarge();
            }
            if (++rounds % NO_LONGER_WANTED_AFTER == 0) {
                if (Thread.currentThread().isInterrupted() || !keeping.isWanted(asked)) {
                    return new Fetched.Abandoned();
                }
                if (clock.instant().isAfter(deadline)) {
                    return new Fetched.Never("The file came too slowly.");
                }
            }
        }
        if (length != null && file.position() < length) {
            return new Fetched.Later("The connection ended before the file did.");
        }
        keeping.arrived(asked, file.position());
        return new Fetched.Whole();
    }

    private Fetched tooLarge() {
        return new Fetched.Never("The file is larger than %d MB, which is the most that is taken here."
                .formatted(keeping.largest() >> 20));
    }

    private static String contentRange(ClassicHttpResponse response) {
        Header range = response.getFirstHeader(HttpHeaders.CONTENT_RANGE);
        return range == null ? "" : range.getValue();
    }

    /** A weak one promises no equal bytes. */
    private static @Nullable String strongTag(ClassicHttpResponse response) {
        Header tag = response.getFirstHeader(HttpHeaders.ETAG);
        return tag == null || !tag.getValue().startsWith("\"") ? null : tag.getValue();
    }

    private static Fetched failed(IOException failure) {
        return switch (failure) {
            case Destinations.Refused refused ->
                new Fetched.Never("The address leads into a private network, which is not allowed.");
            case UnknownHostException unknown -> new Fetched.Later("The host is not known.");
            case InterruptedIOException late -> new Fetched.Later("The server did not answer in time.");
            case SSLException untrusted -> new Fetched.Later("There was no trusted TLS connection.");
            default -> new Fetched.Later("There was no connection, or none that held.");
        };
    }
}

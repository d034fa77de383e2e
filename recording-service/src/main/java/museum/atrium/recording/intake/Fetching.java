package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.recording.intake.Following.Asking;
import museum.atrium.recording.store.MediaFolder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One attempt to fetch a file. It goes on behind what an earlier one has brought, if the server says that it is still the same
 * (RFC 9110, If-Range), and begins again if not.
 */
@Component
class Fetching {

    private static final int BUFFER = 1 << 16;
    private static final int NO_LONGER_WANTED_AFTER = 64;
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");

    private final Following following;
    private final MediaFolder folder;
    private final Keeping keeping;
    private final Clock clock;

    Fetching(Following following, MediaFolder folder, Keeping keeping, Clock clock) {
        this.following = following;
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
        Map<String, String> headers = file.size() == 0 || asked.etag() == null
                ? Map.of()
                : Map.of(HttpHeaders.RANGE, "bytes=" + file.size() + "-", HttpHeaders.IF_RANGE, asked.etag());
        return following.follow(
                new Asking(asked.url(), asked.authorization(), headers),
                response -> read(asked, response, file, deadline),
                Fetched.Never::new);
    }

    private Fetched read(Import asked, ClassicHttpResponse response, FileChannel file, Instant deadline)
            throws IOException {
        int status = response.getCode();
        Long whole = status == 206 ? wholeLength(asked, response, file) : null;
        boolean goesOn = whole != null;
        if (status == 416 || status == 206 && !goesOn) {
            return beginsAgain(asked, file);
        }
        if (status != 200 && !goesOn) {
            String reason = "The server answered %d instead of a file.".formatted(status);
            // What opens the file is told anew, by whoever told of it.
            boolean renewed = asked.authorization() != null && (status == 401 || status == 403);
            return Following.mayPass(status) || renewed ? new Fetched.Later(reason) : new Fetched.Never(reason);
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
        Long length = goesOn || announced < 0 ? whole : Long.valueOf(announced);
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
        if (length != null && file.position() > length) {
            return beginsAgain(asked, file);
        }
        keeping.arrived(asked, file.position());
        return new Fetched.Whole();
    }

    private Fetched beginsAgain(Import asked, FileChannel file) throws IOException {
        keeping.version(asked, null, null);
        file.truncate(0);
        return new Fetched.Later("What had come of the file does not fit what the server has; it begins again.");
    }

    /**
     * In bytes, of a file whose rest is in this answer. Null when it is the rest of another one, or another part than was asked for: there
     * are servers that pass over If-Range.
     */
    private @Nullable Long wholeLength(Import asked, ClassicHttpResponse response, FileChannel file)
            throws IOException {
        Matcher range = CONTENT_RANGE.matcher(header(response, HttpHeaders.CONTENT_RANGE));
        if (asked.etag() == null
                || !asked.etag().equals(header(response, HttpHeaders.ETAG))
                || !range.matches()
                || Long.parseLong(range.group(1)) != file.size()) {
            return null;
        }
        long whole = Long.parseLong(range.group(2));
        return keeping.length(asked).filter(known -> known != whole).isPresent() ? null : whole;
    }

    private Fetched tooLarge() {
        return new Fetched.Never("The file is larger than %d MB, which is the most that is taken here."
                .formatted(keeping.largest() >> 20));
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? "" : header.getValue();
    }

    /** A weak one promises no equal bytes. */
    private static @Nullable String strongTag(ClassicHttpResponse response) {
        String tag = header(response, HttpHeaders.ETAG);
        return tag.startsWith("\"") ? tag : null;
    }

    private static Fetched failed(IOException failure) {
        String reason = Following.reason(failure);
        return Following.isForGood(failure) ? new Fetched.Never(reason) : new Fetched.Later(reason);
    }
}

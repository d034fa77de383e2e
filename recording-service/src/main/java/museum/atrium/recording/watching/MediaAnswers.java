package museum.atrium.recording.watching;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.store.MediaFiles;
import museum.atrium.recording.watching.MediaDoor.Opened;
import museum.atrium.recording.watching.Shelf.Found;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends what the door has opened, whole or in the parts that a player asks for. */
@Component
class MediaAnswers {

    private static final Logger log = LoggerFactory.getLogger(MediaAnswers.class);

    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final MediaDoor door;
    private final MediaFiles files;
    private final Clock clock;

    MediaAnswers(MediaDoor door, MediaFiles files, Clock clock) {
        this.door = door;
        this.files = files;
        this.clock = clock;
    }

    /** @param ticket for what playlists name; null where nothing needs one */
    void answer(Opened opened, @Nullable String ticket, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (opened.found()) {
            case Found.Playlist(String text) ->
                answer(Playlists.MEDIA_TYPE, Playlists.withTicket(text, String.valueOf(ticket)), response);
            // What is said in a recording is as much for its viewers alone as the recording is.
            case Found.Spoken(String text) -> answer("text/vtt;charset=UTF-8", text, response);
            case Found.Bytes bytes -> answer(opened, bytes, request, response);
        }
    }

    /** Playlists have the ticket of one viewer in them. */
    private static void answer(String mediaType, String text, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        common(response);
        response.setContentType(mediaType);
        response.getOutputStream().write(text.getBytes(UTF_8));
    }

    private void answer(Opened opened, Found.Bytes media, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String tag = "\"" + media.tag() + "\"";
        headers(opened, tag, response);
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        Optional<ByteRange> asked;
        try {
            asked = isSameVersion(request.getHeader(HttpHeaders.IF_RANGE), tag)
                    ? ByteRange.asked(request.getHeader(HttpHeaders.RANGE), media.size())
                    : Optional.empty();
        } catch (ByteRange.NotSatisfiable none) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + media.size());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        ByteRange range = asked.orElse(new ByteRange(0, media.size() - 1));
        try (InputStream bytes = open(media, range)) {
            asked.ifPresent(part -> {
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, part.contentRange(media.size()));
            });
            describe(media, range, response);
            if (!request.getMethod().equals("HEAD")) {
                send(opened, bytes, range, response);
            }
        }
    }

    private InputStream open(Found.Bytes media, ByteRange range) throws IOException {
        try {
            return files.open(media.file(), range.start(), range.end());
        } catch (NoSuchFileException retractedThisMoment) {
            throw MediaDoor.nothing();
        } catch (IOException away) {
            log.warn("A file cannot be read at the moment: {}", media.file(), away);
            throw Refusal.notNow("storage", "The file cannot be read at the moment. Please try again shortly.", AGAIN);
        }
    }

    private static void describe(Found.Bytes media, ByteRange range, HttpServletResponse response) {
        response.setContentType(media.mediaType());
        if (media.saveAs() != null) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(media.saveAs(), UTF_8)
                            .build()
                            .toString());
        }
        response.setContentLengthLong(range.length());
    }

    private void send(Opened opened, InputStream bytes, ByteRange range, HttpServletResponse response) {
        MediaStream stream = new MediaStream(clock, () -> door.isStillOpen(opened));
        try {
            if (!stream.send(bytes, range, response.getOutputStream())) {
                log.info(
                        "The recording {} may no longer be watched: its bytes were cut off",
                        opened.recording().id());
            }
        } catch (IOException viewerIsGone) {
            // Players close a connection whenever someone jumps to another place.
            log.debug("A viewer closed the connection");
        }
    }

    private static void headers(Opened opened, String tag, HttpServletResponse response) {
        boolean everybodys = opened.recording().access() == AccessPolicy.PUBLIC;
        // Never kept by a cache between: it would go on serving what was retracted.
        response.setHeader(HttpHeaders.CACHE_CONTROL, everybodys ? "private, no-cache" : "private, no-store");
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        common(response);
    }

    private static void common(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex");
    }

    private static boolean matches(@Nullable String header, String tag) {
        return header != null && (header.equals("*") || header.contains(tag));
    }

    private static boolean isSameVersion(@Nullable String ifRange, String tag) {
        return ifRange == null || ifRange.equals(tag);
    }
}

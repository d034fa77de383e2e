package museum.atrium.recording.feeds;

import java.util.Arrays;
import java.util.Optional;

/** In which form, and of what. */
enum FeedKind {
    ATOM("recordings.atom", "application/atom+xml"),
    VIDEO("video.rss", "application/rss+xml"),
    AUDIO("audio.rss", "application/rss+xml");

    private final String fileName;
    private final String mediaType;

    FeedKind(String fileName, String mediaType) {
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    String fileName() {
        return fileName;
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<FeedKind> of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.fileName.equals(name))
                .findFirst();
    }
}

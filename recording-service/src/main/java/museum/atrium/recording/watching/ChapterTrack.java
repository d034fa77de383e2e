package museum.atrium.recording.watching;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import museum.atrium.recording.captions.TimeCodes;
import museum.atrium.recording.chapters.Chapter;

/** Chapters as WebVTT, for players that show them. */
final class ChapterTrack {

    static final String NAME = "chapters.vtt";

    /** The last one ends somewhere behind the end of the recording. */
    private static final Duration AFTER_ALL = Duration.ofDays(8);

    private ChapterTrack() {}

    /** Nothing when there are none. */
    static Optional<String> of(List<Chapter> chapters) {
        return chapters.isEmpty()
                ? Optional.empty()
                : Optional.of(IntStream.range(0, chapters.size())
                        .mapToObj(at -> cue(
                                chapters.get(at),
                                at + 1 < chapters.size() ? chapters.get(at + 1).start() : AFTER_ALL))
                        .collect(Collectors.joining("\n", "WEBVTT\n\n", "")));
    }

    private static String cue(Chapter chapter, Duration end) {
        return "%s --> %s\n%s\n"
                .formatted(TimeCodes.exact(chapter.start()), TimeCodes.exact(end), escaped(chapter.title()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package museum.atrium.recording.captions;

import java.util.Optional;

/**
 * Some words and when they are said.
 *
 * @param startMillis of the recording as it is shown, as is the end
 * @param settings where they stand in the picture, as WebVTT writes it; empty: below
 * @param text one line or more, with the few tags that WebVTT has
 */
record Cue(long startMillis, long endMillis, String settings, String text) {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    /** Without tags, in one line. */
    String plain() {
        return text.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Nothing when it is over before the beginning. */
    Optional<Cue> moved(long later) {
        return endMillis + later <= 0
                ? Optional.empty()
                : Optional.of(
                        new Cue(Math.max(0, startMillis + later), endMillis + later, settings, withoutTimes(text)));
    }

    /** Tags that say when within the cue a word is said would be wrong, and are no loss. */
    private static String withoutTimes(String text) {
        return text.replaceAll("<[0-9:.]+>", "");
    }

    String written() {
        return "%s --> %s%s\n%s\n"
                .formatted(time(startMillis), time(endMillis), settings.isEmpty() ? "" : " " + settings, text);
    }

    static String time(long millis) {
        return "%02d:%02d:%02d.%03d"
                .formatted(millis / HOUR, millis % HOUR / MINUTE, millis % MINUTE / SECOND, millis % SECOND);
    }
}

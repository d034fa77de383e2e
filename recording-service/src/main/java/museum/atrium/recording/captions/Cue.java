package museum.atrium.recording.captions;

import java.time.Duration;
import java.util.Optional;

/**
 * Some words and when they are said.
 *
 * @param startMillis of the recording as it is shown, as is the end
 * @param settings where they stand in the picture, as WebVTT writes it; empty: below
 * @param text one line or more, with the few tags that WebVTT has
 */
record Cue(long startMillis, long endMillis, String settings, String text) {

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
                .formatted(
                        TimeCodes.exact(Duration.ofMillis(startMillis)),
                        TimeCodes.exact(Duration.ofMillis(endMillis)),
                        settings.isEmpty() ? "" : " " + settings,
                        text);
    }
}

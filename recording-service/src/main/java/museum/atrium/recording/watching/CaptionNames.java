package museum.atrium.recording.watching;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last part of the address of captions. */
final class CaptionNames {

    private static final Pattern NAME = Pattern.compile("captions-([A-Za-z0-9-]{2,50})\\.vtt");

    private CaptionNames() {}

    static String of(String language) {
        return "captions-" + language + ".vtt";
    }

    static Optional<String> language(String name) {
        Matcher named = NAME.matcher(name);
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }
}

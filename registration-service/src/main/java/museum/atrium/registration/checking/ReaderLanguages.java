package museum.atrium.registration.checking;

import java.util.List;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** What {@code Accept-Language} asks for. */
public final class ReaderLanguages {

    /** Looking a text up takes time with the cube of a range's parts; no language that is in use has so many. */
    private static final int LONGEST_RANGE = 35;

    private static final int MOST_RANGES = 100;

    private ReaderLanguages() {}

    /** A header that is not well-formed asks for nothing in particular, as does what is longer than any language. */
    public static List<LanguageRange> of(@Nullable String header) {
        try {
            return header == null || header.isBlank()
                    ? List.of()
                    : LanguageRange.parse(header).stream()
                            .filter(range -> range.getRange().length() <= LONGEST_RANGE)
                            .limit(MOST_RANGES)
                            .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

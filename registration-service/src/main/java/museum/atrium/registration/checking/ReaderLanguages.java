package museum.atrium.registration.checking;

import java.util.List;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** What {@code Accept-Language} asks for. */
public final class ReaderLanguages {

    private ReaderLanguages() {}

    /** A header that is not well-formed asks for nothing in particular. */
    public static List<LanguageRange> of(@Nullable String header) {
        try {
            return header == null || header.isBlank() ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

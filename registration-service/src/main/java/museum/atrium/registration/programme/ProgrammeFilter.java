package museum.atrium.registration.programme;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What of the programme somebody looks for; a null does not narrow it.
 *
 * @param series its slug
 * @param language BCP 47
 * @param text that a title or a summary has, in whatever language
 */
public record ProgrammeFilter(
        @Nullable ActivityKind kind,
        @Nullable String series,
        @Nullable String language,
        @Nullable String text) {

    private static final int LONGEST_TEXT = 200;

    /**
     * @param parameters of a call, by name
     * @throws Refusal 400 naming the one that nothing can be found by
     */
    public static ProgrammeFilter of(Map<String, String> parameters) {
        return new ProgrammeFilter(
                oneOf(EnumSet.complementOf(EnumSet.of(ActivityKind.SERIES)), "kind", parameters.get("kind")),
                plain("series", parameters.get("series")),
                plain("language", parameters.get("language")),
                text(parameters.get("q")));
    }

    /** Whether it is everything that is looked for. */
    public boolean isOpen() {
        return kind == null && series == null && language == null && text == null;
    }

    static <E extends Enum<E>> @Nullable E oneOf(Set<E> constants, String name, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return constants.stream()
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("The parameter '" + name + "' must be one of: "
                        + constants.stream()
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static @Nullable String text(@Nullable String value) {
        if (value != null && (value.length() > LONGEST_TEXT || value.indexOf('\0') >= 0)) {
            throw Refusal.badRequest("The parameter 'q' may have " + LONGEST_TEXT + " characters at most.");
        }
        return blankToNull(value);
    }

    private static @Nullable String plain(String name, @Nullable String value) {
        if (value != null && (value.length() > LONGEST_TEXT || value.indexOf('\0') >= 0)) {
            throw Refusal.badRequest("The parameter '" + name + "' is not one that exists.");
        }
        return blankToNull(value);
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}

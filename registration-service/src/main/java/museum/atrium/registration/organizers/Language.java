package museum.atrium.registration.organizers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import museum.atrium.registration.pages.Page;

/**
 * A language that texts are written in.
 *
 * @param code BCP 47
 * @param name as whoever organises calls it
 */
record Language(String code, String name) {

    /** Those of our pages; before them that of the activity, which may be another. */
    static List<Language> with(String own, Locale reader) {
        return Stream.concat(Stream.of(own), Page.LANGUAGES.stream())
                .distinct()
                .filter(code -> !code.isBlank())
                .map(code -> new Language(code, Locale.forLanguageTag(code).getDisplayName(reader)))
                .toList();
    }
}

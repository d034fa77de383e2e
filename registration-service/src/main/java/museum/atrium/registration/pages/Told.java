package museum.atrium.registration.pages;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.programme.LocalizedText;

/** @param language BCP 47; which the text is in, and the page perhaps not */
public record Told(String text, String language) {

    public static final Told NOTHING = new Told("", "en");

    /** @param fallback BCP 47; the language of what the text is about */
    public static Told of(LocalizedText text, String fallback, Locale wanted) {
        List<LanguageRange> languages = LanguageRange.parse(wanted.toLanguageTag());
        return new Told(text.in(languages, fallback), text.languageFor(languages, fallback));
    }
}

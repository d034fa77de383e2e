package museum.atrium.registration.programme;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.TreeMap;

/** One text in several languages: BCP 47 tags to the text. May be empty, where a text is optional. */
public record LocalizedText(@JsonValue Map<String, String> byLanguage) {

    static final LocalizedText NONE = new LocalizedText(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocalizedText {
        byLanguage = new TreeMap<>(byLanguage);
    }

    /** The text in the first language of the reader's that it exists in, else in {@code fallback}, else in English, else any. */
    public String in(List<LanguageRange> wanted, String fallback) {
        return byLanguage.getOrDefault(languageFor(wanted, fallback), "");
    }

    /** Which language that is; {@code fallback} where there is no text at all. */
    public String languageFor(List<LanguageRange> wanted, String fallback) {
        String best = Locale.lookupTag(wanted, byLanguage.keySet());
        for (String tag : new String[] {best, fallback, "en"}) {
            if (tag != null && byLanguage.containsKey(tag)) {
                return tag;
            }
        }
        return byLanguage.keySet().stream().findFirst().orElse(fallback);
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }
}

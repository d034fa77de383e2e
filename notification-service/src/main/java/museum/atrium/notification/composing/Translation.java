package museum.atrium.notification.composing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of a text's translations, with the language that it is in. Public members: templates read them. */
public record Translation(String text, String language) {

    /** The reader's language, its base language, a relative of it, the activity's, English, else whichever there is. */
    public static @Nullable Translation of(Map<String, String> texts, Locale reader, String activityLanguage) {
        @Nullable String language = languageOf(texts, reader, activityLanguage);
        return language == null ? null : new Translation(OneLine.of(texts.getOrDefault(language, "")), language);
    }

    /** Which of the languages of a text that has several lines, by the same rule. */
    static @Nullable String languageOf(Map<String, String> texts, Locale reader, String activityLanguage) {
        for (String wanted : List.of(reader.toLanguageTag(), reader.getLanguage())) {
            if (isThere(texts, wanted)) {
                return wanted;
            }
        }
        for (String wanted : List.of(reader.getLanguage(), activityLanguage, "en", "")) {
            @Nullable String related = related(texts, wanted);
            if (related != null) {
                return related;
            }
        }
        return null;
    }

    private static boolean isThere(Map<String, String> texts, String tag) {
        return !texts.getOrDefault(tag, "").isBlank();
    }

    private static @Nullable String related(Map<String, String> texts, String tag) {
        if (isThere(texts, tag)) {
            return tag;
        }
        String language = Locale.forLanguageTag(tag).getLanguage();
        @Nullable String first = null;
        for (String key : texts.keySet()) {
            boolean before = first == null || key.compareTo(first) < 0;
            boolean fits =
                    tag.isEmpty() || Locale.forLanguageTag(key).getLanguage().equals(language);
            if (before && fits && isThere(texts, key)) {
                first = key;
            }
        }
        return first;
    }
}

package museum.atrium.notification.composing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of a text's translations, with the language that it is in. Public members: templates read them. */
record Translation(String text, String language) {

    /** The reader's language, its base language, a relative of it, the activity's, English, else whichever there is. */
    static @Nullable Translation of(Map<String, String> texts, Locale reader, String activityLanguage) {
        for (String wanted : List.of(reader.toLanguageTag(), reader.getLanguage())) {
            @Nullable Translation exact = exact(texts, wanted);
            if (exact != null) {
                return exact;
            }
        }
        for (String wanted : List.of(reader.getLanguage(), activityLanguage, "en", "")) {
            @Nullable Translation related = related(texts, wanted);
            if (related != null) {
                return related;
            }
        }
        return null;
    }

    private static @Nullable Translation exact(Map<String, String> texts, String tag) {
        @Nullable String text = texts.get(tag);
        return text == null || text.isBlank() ? null : new Translation(OneLine.of(text), tag);
    }

    private static @Nullable Translation related(Map<String, String> texts, String tag) {
        @Nullable Translation exact = exact(texts, tag);
        if (exact != null) {
            return exact;
        }
        String language = Locale.forLanguageTag(tag).getLanguage();
        return texts.keySet().stream()
                .sorted()
                .filter(key -> tag.isEmpty()
                        || Locale.forLanguageTag(key).getLanguage().equals(language))
                .filter(key -> !texts.getOrDefault(key, "").isBlank())
                .findFirst()
                .map(key -> new Translation(OneLine.of(texts.getOrDefault(key, "")), key))
                .orElse(null);
    }
}

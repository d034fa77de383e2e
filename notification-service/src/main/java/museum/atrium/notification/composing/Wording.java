package museum.atrium.notification.composing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything that mails say in one language, from {@code mail/wording_<language>.properties}.
 *
 * @param own keys of what an organiser has said instead
 */
record Wording(String language, Map<String, Phrase> phrases, Set<String> own) {

    static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "pt", "sl");

    private static final Map<String, Wording> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Wording::load));

    /** The reader's language where there is a wording for it, else the activity's, else English. */
    static Wording of(Locale reader, String activityLanguage) {
        @Nullable Wording wording = BY_LANGUAGE.get(reader.getLanguage());
        if (wording == null) {
            wording = BY_LANGUAGE.get(Locale.forLanguageTag(activityLanguage).getLanguage());
        }
        return wording != null ? wording : in("en");
    }

    static Wording in(String language) {
        @Nullable Wording wording = BY_LANGUAGE.get(language);
        if (wording == null) {
            throw new IllegalArgumentException("There is no wording in the language " + language);
        }
        return wording;
    }

    /** With what an organiser says instead, by key. */
    Wording with(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return this;
        }
        Map<String, Phrase> all = new HashMap<>(phrases);
        texts.forEach((key, text) -> all.put(key, Phrase.of(text)));
        return new Wording(language, all, texts.keySet());
    }

    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, String gap, String value) {
        return say(key, Map.of(gap, value));
    }

    String say(String key, Map<String, String> values) {
        return phrase(key).fill(values);
    }

    boolean has(String key) {
        return phrases.containsKey(key);
    }

    Phrase phrase(String key) {
        @Nullable Phrase phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalStateException("The wording in " + language + " lacks " + key);
        }
        return phrase;
    }

    private static Wording load(String language) {
        String resource = "/mail/wording_" + language + ".properties";
        try (@Nullable InputStream stream = Wording.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The wording is missing on the classpath: " + resource);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new Wording(
                    language,
                    // Each mail asks it a hundred times, and the unmodifiable kind takes longer to answer.
                    properties.stringPropertyNames().stream()
                            .collect(Collectors.toMap(
                                    Function.identity(), key -> Phrase.of(properties.getProperty(key)))),
                    Set.of());
        } catch (IOException e) {
            throw new UncheckedIOException("The wording cannot be read: " + resource, e);
        }
    }
}

package museum.atrium.recording.audience;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts by language tag, as they are told. */
public final class Translations {

    private Translations() {}

    /** In the first of these languages in which it is there, else in any, else what it is called without a name. */
    public static String pick(Map<String, String> texts, String otherwise, @Nullable String... languages) {
        return Stream.concat(Stream.of(languages).filter(Objects::nonNull).map(texts::get), texts.values().stream())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(otherwise);
    }
}

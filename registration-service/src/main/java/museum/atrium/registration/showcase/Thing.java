package museum.atrium.registration.showcase;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of schema.org data. What is not known is left out. */
final class Thing {

    private static final String WORDS = "https://schema.org/";

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Thing(String type) {
        members.put("@type", type);
    }

    static Thing of(String type) {
        return new Thing(type);
    }

    Thing with(String name, @Nullable Object value) {
        boolean nothing = value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> several && several.isEmpty();
        if (!nothing) {
            members.put(name, value instanceof List<?> list && list.size() == 1 ? list.getFirst() : value);
        }
        return this;
    }

    /** @param word of schema.org's own, one of an enumeration */
    Thing withWord(String name, String word) {
        return with(name, WORDS + word);
    }

    /** As the whole of a document. */
    Thing alone() {
        Map<String, Object> inside = new LinkedHashMap<>(members);
        members.clear();
        members.put("@context", WORDS.substring(0, WORDS.length() - 1));
        members.putAll(inside);
        return this;
    }

    @JsonValue
    Map<String, Object> members() {
        return members;
    }
}

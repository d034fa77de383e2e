package museum.atrium.inbox.reading;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decoded header lines by name, in the order and spelling in which each name first came. As JSON an object: a string
 * for a name that came once, an array of strings for one that came repeatedly.
 */
public record Headers(Map<String, List<String>> values) {

    /** The first line of this name, whatever the case. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return values.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    @JsonValue
    Map<String, Object> asJson() {
        var json = new LinkedHashMap<String, Object>();
        values.forEach((name, lines) -> json.put(name, lines.size() == 1 ? lines.getFirst() : lines));
        return json;
    }
}

package museum.atrium.testing.badinput;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be sent to an operation and is taken: the start of everything that cannot.
 *
 * @param path the values of the path's parameters
 * @param body JSON as a tree, a form as a map of texts, a file as a text; null: none
 * @param made by their {@link #mark}, what a request uses up that is taken: the next one gets another
 */
public record Example(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable Object body,
        Map<String, Supplier<String>> made) {

    public static final Example PLAIN = new Example(Map.of(), Map.of(), Map.of(), null, Map.of());

    public static Example at(String name, String value) {
        return PLAIN.and(name, value);
    }

    /** At something that a call which works uses up. */
    public static Example at(String name, Supplier<String> value) {
        return PLAIN.and(name, mark(name)).making(name, value);
    }

    /** Stands, in a body or a path, for what {@link #making} makes. */
    public static String mark(String name) {
        return "ONE." + name + ".ONE";
    }

    public Example making(String name, Supplier<String> value) {
        return new Example(path, query, headers, body, with(made, mark(name), value));
    }

    public Example and(String name, String value) {
        return new Example(with(path, name, value), query, headers, body, made);
    }

    public Example asking(String name, String value) {
        return new Example(path, with(query, name, value), headers, body, made);
    }

    public Example header(String name, String value) {
        return new Example(path, query, with(headers, name, value), body, made);
    }

    public Example json(String text) {
        return new Example(path, query, headers, JsonMapper.shared().readTree(text), made);
    }

    public Example form(Map<String, String> fields) {
        return new Example(path, query, headers, new TreeMap<>(fields), made);
    }

    public Example file(String text) {
        return new Example(path, query, headers, text, made);
    }

    Map<String, String> make() {
        Map<String, String> values = new LinkedHashMap<>();
        made.forEach((mark, value) -> values.put(mark, value.get()));
        return values;
    }

    String address(Operation operation, String more) {
        String filled = operation.path();
        for (Map.Entry<String, String> value : path.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        String asked = query.entrySet().stream()
                .map(value -> value.getKey() + "=" + Percent.encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        String both = asked + (asked.isEmpty() || more.isEmpty() ? "" : "&") + more;
        return both.isEmpty() ? filled : filled + "?" + both;
    }

    static <V> Map<String, V> with(Map<String, V> values, String name, V value) {
        Map<String, V> all = new LinkedHashMap<>(values);
        all.put(name, value);
        return all;
    }
}

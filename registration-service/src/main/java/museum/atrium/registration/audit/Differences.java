package museum.atrium.registration.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * From the fields of one object to those of another: each that differs with {@code old} and {@code new}, or for what nobody else may
 * read with {@code changed} alone. Elements of a list that have ids are compared one by one.
 */
final class Differences {

    /** They follow from what is noted, or from what participants do. */
    private static final Set<String> UNTOLD = Set.of("revision", "taken", "formVersion");

    /** Materials may be for participants only. */
    private static final Set<String> SECRET =
            Set.of("joinUrl", "hostUrl", "materials", "code", "codes", "email", "emails");

    private final ObjectNode changes = JsonMapper.shared().createObjectNode();

    private Differences() {}

    static ObjectNode between(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.fields("", before, after);
        return differences.changes;
    }

    private void fields(String path, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(after.propertyNames());
        names.addAll(before.propertyNames());
        names.removeAll(UNTOLD);
        names.forEach(name -> field(path + name, name, at(before, name), at(after, name)));
    }

    private void field(String path, String name, JsonNode old, JsonNode fresh) {
        if (old.equals(fresh) || (isNothing(old) && isNothing(fresh))) {
            return;
        }
        if (SECRET.contains(name)) {
            changes.putObject(path).put("changed", true);
        } else if ((hasIds(old) || old.isNull()) && hasIds(fresh)) {
            elements(path, old, fresh);
        } else {
            change(path, old, fresh);
        }
    }

    private void elements(String path, JsonNode old, JsonNode fresh) {
        Map<String, JsonNode> before = byId(old);
        Map<String, JsonNode> after = byId(fresh);
        Set<String> ids = new LinkedHashSet<>(after.keySet());
        ids.addAll(before.keySet());
        for (String id : ids) {
            JsonNode one = before.get(id);
            JsonNode other = after.get(id);
            if (one != null && other != null) {
                fields(path + "[" + id + "].", one, other);
            } else {
                change(path + "[" + id + "]", orNull(one), orNull(other));
            }
        }
    }

    private void change(String path, JsonNode old, JsonNode fresh) {
        JsonNode toldOld = withoutSecrets(old);
        JsonNode toldFresh = withoutSecrets(fresh);
        ObjectNode change = changes.putObject(path);
        if (toldOld.equals(toldFresh)) {
            change.put("changed", true);
            return;
        }
        if (!old.isNull()) {
            change.set("old", toldOld);
        }
        if (!fresh.isNull()) {
            change.set("new", toldFresh);
        }
    }

    private static JsonNode withoutSecrets(JsonNode node) {
        JsonNode copy = node.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(SECRET);
            object.remove(UNTOLD);
        }
        node.forEach(Differences::strip);
    }

    private static boolean hasIds(JsonNode node) {
        return node.isArray()
                && !node.isEmpty()
                && node.valueStream().allMatch(element -> element.path("id").isString());
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        list.forEach(element -> byId.put(element.path("id").stringValue(), element));
        return byId;
    }

    private static JsonNode at(JsonNode object, String name) {
        return orNull(object.get(name));
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? NullNode.getInstance() : node;
    }

    private static boolean isNothing(JsonNode node) {
        return node.isNull() || (node.isContainer() && node.isEmpty());
    }
}

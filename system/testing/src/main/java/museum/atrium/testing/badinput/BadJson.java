package museum.atrium.testing.badinput;

import io.swagger.v3.oas.models.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import museum.atrium.testing.badinput.Attempt.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A body in JSON with one field that is missing, unknown, of another type, or holds what it should not. */
final class BadJson {

    private static final String MARK = "@@in-its-place@@";
    private static final String UNKNOWN = "noSuchField";

    private final Attempt start;
    private final JsonNode body;
    private final BadValues values;
    private final List<Attempt> attempts = new ArrayList<>();

    private BadJson(Attempt start, JsonNode body, BadValues values) {
        this.start = start;
        this.body = body;
        this.values = values;
    }

    static List<Attempt> of(Attempt start, Schema<?> schema, JsonNode body, long seed) {
        if (!body.isEmpty() && properties(schema).isEmpty()) {
            throw new AssertionError("The document names no field of the body " + body);
        }
        BadJson bad = new BadJson(start, body, new BadValues(seed));
        bad.fieldsOf(FieldPath.ROOT, schema, body);
        bad.fieldsGivenTwice();
        return bad.attempts;
    }

    private void fieldsOf(FieldPath path, Schema<?> schema, JsonNode value) {
        for (Map.Entry<String, Schema> field : properties(schema).entrySet()) {
            valuesOf(path.field(field.getKey()), field.getValue(), value.get(field.getKey()));
        }
        if (!isClosed(schema)
                && schema.getAdditionalProperties() instanceof Schema<?> any
                && value instanceof ObjectNode object) {
            object.properties().forEach(entry -> valuesOf(path.field(entry.getKey()), any, entry.getValue()));
            List.of("", "\0", "\u0007", "\u202E", "no such key", "x".repeat(300))
                    .forEach(key -> add(path.field(key), "\"x\"", false, path.name()));
        } else if (isClosed(schema)) {
            add(path.field(UNKNOWN), "1", true, path.field(UNKNOWN).name());
        }
        for (String required : Objects.requireNonNullElse(schema.getRequired(), List.<String>of())) {
            // What is left out of a merge patch stays as it is.
            if (value instanceof ObjectNode
                    && value.has(required)
                    && !start.method().equals("PATCH")) {
                FieldPath missing = path.field(required);
                attempts.add(
                        sending(missing.without(body).toString(), "without " + missing.name(), missing.name(), true));
            }
        }
    }

    private void valuesOf(FieldPath path, Schema<?> schema, @Nullable JsonNode value) {
        for (BadValues.BadValue bad : values.insteadOf(path.lastName(), schema)) {
            // Without a field another one may not be possible, and is what has to be changed.
            add(path, bad.json(), bad.refused(), bad.json().equals("null") ? null : path.name());
        }
        if (schema.getItems() != null) {
            JsonNode first = value != null && value.isArray() && !value.isEmpty() ? value.get(0) : null;
            valuesOf(path.item(), schema.getItems(), first);
            tooMany(path, schema, first);
        } else if ("object".equals(BadValues.typeOf(schema))) {
            fieldsOf(path, schema, value == null ? JsonNodeFactory.instance.objectNode() : value);
        }
    }

    private void tooMany(FieldPath path, Schema<?> schema, @Nullable JsonNode first) {
        Integer most = schema.getMaxItems();
        if (most != null && first != null) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i <= most; i++) {
                all.add(first);
            }
            add(path, all.toString(), true, path.name());
        }
    }

    private void fieldsGivenTwice() {
        if (body instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String again = "{\"" + field.getKey() + "\":" + field.getValue() + ","
                        + body.toString().substring(1);
                attempts.add(sending(again, field.getKey() + " twice", null, true));
            });
        }
    }

    private void add(FieldPath path, String json, boolean refused, @Nullable String named) {
        String text = path.with(body, MARK).toString().replace("\"" + MARK + "\"", json);
        String shown = json.length() > 80 ? json.substring(0, 80) + "…" : json;
        attempts.add(sending(text, path.name() + " = " + shown, named, refused));
    }

    private Attempt sending(String text, String what, @Nullable String field, boolean refused) {
        return start.sending(text.getBytes(StandardCharsets.UTF_8)).saying(what, new Wish(field, refused, true));
    }

    /** In OpenAPI 3.1 what is false is a schema, too. */
    private static boolean isClosed(Schema<?> schema) {
        Object additional = schema.getAdditionalProperties();
        return Boolean.FALSE.equals(additional)
                || (additional instanceof Schema<?> any && Boolean.FALSE.equals(any.getBooleanSchemaValue()));
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, Schema> properties(Schema<?> schema) {
        return Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of());
    }
}

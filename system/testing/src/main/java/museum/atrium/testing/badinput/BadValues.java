package museum.atrium.testing.badinput;

import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may come instead of a field's value; written as JSON, because some of it no library would write.
 *
 * @param seed of what is drawn at random
 */
record BadValues(long seed) {

    /** In an order that is the same each time, as everything here is. */
    private static final Map<String, String> ONE_OF_EACH_TYPE = new TreeMap<>(Map.of(
            "string", "\"text\"", "integer", "12", "number", "12.5", "boolean", "true", "array", "[]", "object", "{}"));

    private static final List<String> NUMBERS = List.of(
            "-1", "0", "1", "1.5", "-0.0", "1e3", "1e400", "2147483647", "2147483648", "9223372036854775808", "1e-400");

    private static final String NOT_TO_BE_STORED_1 = "\"a\\u0000b\"";
    private static final String NOT_TO_BE_STORED_2 = "\"a\\ud800b\"";

    /** @param refused whether the document forbids it; otherwise the service decides */
    record BadValue(String json, boolean refused) {}

    List<BadValue> insteadOf(String name, Schema<?> schema) {
        List<BadValue> values = new ArrayList<>();
        String type = typeOf(schema);
        ONE_OF_EACH_TYPE.forEach((other, json) -> {
            if (!other.equals(type) && !(other.equals("integer") && "number".equals(type))) {
                values.add(new BadValue(json, isOfAnotherType(type, other)));
            }
        });
        values.add(new BadValue("null", false));
        values.add(new BadValue("[null]", isOfAnotherType(type, "array")));
        values.add(new BadValue("[".repeat(400) + "]".repeat(400), isOfAnotherType(type, "array")));
        if (type == null || type.equals("string")) {
            values.add(new BadValue(NOT_TO_BE_STORED_1, true));
            values.add(new BadValue(NOT_TO_BE_STORED_2, true));
            for (String text : BadTexts.of(name, seed)) {
                values.add(new BadValue(JsonMapper.shared().writeValueAsString(text), forbids(schema, text)));
            }
        } else if (type.equals("integer") || type.equals("number")) {
            NUMBERS.forEach(number -> values.add(new BadValue(number, forbids(schema, new BigDecimal(number)))));
        }
        return values;
    }

    /** OpenAPI 3.1 lists types, with null among them; before, there is one. */
    static @Nullable String typeOf(Schema<?> schema) {
        if (schema.getTypes() == null) {
            return schema.getType();
        }
        return schema.getTypes().stream()
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfAnotherType(@Nullable String type, String other) {
        return type != null && !type.equals(other);
    }

    /** Blank often counts as absent, so it is never forbidden here. */
    static boolean forbids(Schema<?> schema, String text) {
        if (text.isBlank()) {
            return false;
        }
        Integer longest = schema.getMaxLength();
        Integer shortest = schema.getMinLength();
        int length = text.strip().codePointCount(0, text.strip().length());
        return (longest != null && length > longest)
                || (shortest != null && length < shortest)
                || (schema.getPattern() != null && !text.matches(schema.getPattern()))
                || (schema.getEnum() != null
                        && schema.getEnum().stream().noneMatch(known -> text.equals(String.valueOf(known))))
                || (schema.getConst() != null && !text.equals(schema.getConst()))
                || ("date-time".equals(schema.getFormat()) && !isInstant(text))
                || ("uuid".equals(schema.getFormat()) && !isUuid(text));
    }

    private static boolean forbids(Schema<?> schema, BigDecimal number) {
        boolean fraction = number.signum() != 0 && number.stripTrailingZeros().scale() > 0;
        return ("integer".equals(typeOf(schema)) && fraction)
                || (schema.getMinimum() != null && number.compareTo(schema.getMinimum()) < 0)
                || (schema.getMaximum() != null && number.compareTo(schema.getMaximum()) > 0);
    }

    private static boolean isInstant(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        try {
            UUID.fromString(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

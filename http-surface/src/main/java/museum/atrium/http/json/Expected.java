package museum.atrium.http.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** What a field of some type must hold, in words. */
final class Expected {

    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (wanted.isArray() || Collection.class.isAssignableFrom(wanted)) {
            return "must be a list";
        }
        return switch (wanted) {
            case Class<?> c when c == String.class -> "must be a text";
            case Class<?> c when c == Boolean.class -> "must be true or false";
            case Class<?> c when c == Integer.class || c == Long.class || c == Short.class -> "must be a whole number";
            case Class<?> c when Number.class.isAssignableFrom(c) -> "must be a number";
            case Class<?> c when c == Instant.class -> "must be an instant in ISO 8601, such as 2027-03-01T14:00:00Z";
            case Class<?> c when c == LocalDate.class -> "must be a date, such as 2027-03-01";
            case Class<?> c when c == Duration.class -> "must be a duration in ISO 8601, such as PT1H";
            case Class<?> c when c == UUID.class -> "must be a UUID";
            case Class<?> c
            when c.getPackageName().startsWith("java.") && !Map.class.isAssignableFrom(c) -> "is not a valid value";
            default -> "must be an object";
        };
    }
}

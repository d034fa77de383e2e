package museum.atrium.registration.checking;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The query of a call for organisers. A parameter that the call does not know is refused, because a filter that is ignored
 * shows, exports or tells more people than were meant; so is one that cannot be understood. Blank is the same as absent.
 */
public final class QueryParameters {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}");

    private final Map<String, String> sent;

    private QueryParameters(Map<String, String> sent) {
        this.sent = sent;
    }

    /** @throws Refusal 400 if there are others than {@code known}, or one of them twice */
    public static QueryParameters of(MultiValueMap<String, String> sent, String... known) {
        Set<String> unknown = new TreeSet<>(sent.keySet());
        List.of(known).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw Refusal.badRequest("This call has no parameters " + unknown + "; it has: " + List.of(known) + ".");
        }
        return new QueryParameters(once(sent));
    }

    /**
     * Those of a call that passes over what it does not know.
     *
     * @throws Refusal 400 if there is one of them twice
     */
    public static Map<String, String> once(MultiValueMap<String, String> sent) {
        sent.forEach((name, values) -> {
            if (values.size() > 1) {
                throw Refusal.badRequest("The parameter '" + name + "' may be given once only.");
            }
        });
        return sent.toSingleValueMap();
    }

    public @Nullable String text(String name) {
        String value = sent.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST || CONTROL.matcher(value).find()) {
            throw Refusal.badRequest("The parameter '" + name + "' may have " + LONGEST
                    + " characters at most, and no control characters.");
        }
        return value.strip();
    }

    public int limit(int usual, int most) {
        String value = text("limit");
        int limit = value == null ? usual : NUMBER.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (limit < 1 || limit > most) {
            throw Refusal.badRequest("The parameter 'limit' must be a number from 1 to " + most + ".");
        }
        return limit;
    }

    /** Those that are named with commas between them; all, if none is. */
    public <E extends Enum<E>> Set<E> anyOf(String name, Set<E> constants) {
        String value = text(name);
        if (value == null) {
            return constants;
        }
        Set<E> named = new LinkedHashSet<>();
        for (String one : value.split(",", -1)) {
            named.add(constants.stream()
                    .filter(constant -> constant.name().equalsIgnoreCase(one.strip()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.badRequest("The parameter '" + name + "' must be one of: "
                            + constants.stream().map(Enum::name).collect(Collectors.joining(", "))
                            + "; or several with commas between them.")));
        }
        return EnumSet.copyOf(named);
    }

    /** Two letters, upper case. */
    public @Nullable String country(String name) {
        String code = matching(name, COUNTRY, "two letters of ISO 3166-1 like 'PT'");
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    public @Nullable String language(String name) {
        return matching(name, LANGUAGE, "a language tag like 'en' or 'pt-BR'");
    }

    public @Nullable UUID id(String name) {
        String value = text(name);
        try {
            return value == null ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The parameter '" + name + "' must be an id.");
        }
    }

    /** An instant of ISO 8601 in a plausible year. */
    public @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            Instant instant = value == null ? null : OffsetDateTime.parse(value).toInstant();
            if (instant == null || (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST))) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // falls through to the refusal
        }
        throw Refusal.badRequest(
                "The parameter '" + name + "' must be an instant between 1990 and 2200, like '2026-05-04T10:00:00Z'.");
    }

    public @Nullable Long number(String name) {
        String value = text(name);
        if (value != null && !LONG_NUMBER.matcher(value).matches()) {
            throw Refusal.badRequest(
                    "The parameter '" + name + "' must be the 'next' of an earlier answer, unchanged.");
        }
        return value == null ? null : Long.valueOf(value);
    }

    public @Nullable Boolean flag(String name) {
        String value = text(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw Refusal.badRequest("The parameter '" + name + "' must be true or false.");
        }
        return value == null ? null : Boolean.valueOf(value);
    }

    private @Nullable String matching(String name, Pattern pattern, String expected) {
        String value = text(name);
        if (value != null && !pattern.matcher(value).matches()) {
            throw Refusal.badRequest("The parameter '" + name + "' must be " + expected + ".");
        }
        return value;
    }
}

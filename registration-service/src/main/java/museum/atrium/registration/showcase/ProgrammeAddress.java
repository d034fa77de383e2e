package museum.atrium.registration.showcase;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.ProgrammeFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the programme an address is of.
 *
 * @param past what is over, and not what is coming
 * @param number of the page, from 1 on
 */
record ProgrammeAddress(ProgrammeFilter filter, boolean past, int number) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    /**
     * @param sent by name; a form sends what nobody filled in, too, which asks for nothing
     * @throws Refusal 400 naming what has a value that it cannot have
     */
    static ProgrammeAddress of(Map<String, String> sent) {
        Map<String, String> parameters = new HashMap<>(sent);
        parameters.values().removeIf(String::isBlank);
        String page = parameters.getOrDefault("page", "1");
        if (!NUMBER.matcher(page).matches()) {
            throw Refusal.badRequest("The parameter 'page' must be a number from 1 on.");
        }
        return new ProgrammeAddress(
                ProgrammeFilter.of(parameters),
                switch (parameters.getOrDefault("when", "upcoming")) {
                    case "upcoming" -> false;
                    case "past" -> true;
                    default -> throw Refusal.badRequest("The parameter 'when' must be 'upcoming' or 'past'.");
                },
                Integer.parseInt(page));
    }

    ProgrammeAddress at(int other) {
        return new ProgrammeAddress(filter, past, other);
    }

    /** The same of the other time, from its beginning. */
    ProgrammeAddress when(boolean over) {
        return new ProgrammeAddress(filter, over, 1);
    }

    ProgrammeAddress unfiltered() {
        return new ProgrammeAddress(new ProgrammeFilter(null, null, null, null), past, 1);
    }

    /** Below the origin. */
    String path(@Nullable String lang) {
        Map<String, String> values = new HashMap<>();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/programme");
        ActivityKind kind = filter.kind();
        add(address, values, "when", past ? "past" : null);
        add(address, values, "kind", kind == null ? null : kind.name().toLowerCase(Locale.ROOT));
        add(address, values, "series", filter.series());
        add(address, values, "language", filter.language());
        add(address, values, "q", filter.text());
        add(address, values, "page", number == 1 ? null : String.valueOf(number));
        add(address, values, "lang", lang);
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void add(
            UriComponentsBuilder address, Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
        }
    }
}

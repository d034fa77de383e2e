package museum.atrium.registration.checking;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.http.TextRules;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a body. Each method takes a field's name and value, notes what is wrong, and returns the
 * value in its canonical form; what it returns after a finding is a placeholder that {@link #refuseIfAny} keeps from use.
 */
public final class Findings {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            // Java's own, which calendars do not know.
            .filter(zone -> !zone.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_ADDRESS = 2000;

    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    /** @throws Refusal with all findings, if there are any */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors);
        }
    }

    /** @throws Refusal with the first {@code most} findings and the number of all in {@code found}, if there are any */
    public void refuseIfAny(int most) {
        if (!errors.isEmpty()) {
            throw Refusal.invalid(errors.stream().limit(most).toList()).with("found", errors.size());
        }
    }

    /** One line of text of at most {@code longest} characters, without surrounding space. */
    public String line(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            add(field, "is required");
            return "";
        }
        return text(field, value, TextRules.line(longest));
    }

    public @Nullable String optionalLine(String field, @Nullable String value, int longest) {
        return value == null || value.isBlank() ? null : text(field, value, TextRules.line(longest));
    }

    /** Text that may have several lines. */
    public String paragraphs(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            add(field, "is required");
            return "";
        }
        return text(field, value, TextRules.multiline(longest));
    }

    private String text(String field, String value, TextRules rules) {
        rules.complaint(value).ifPresent(complaint -> add(field, complaint));
        return value.strip();
    }

    /** A BCP 47 language tag. */
    public String language(String field, String value) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(value).build();
            if (locale.getLanguage().length() >= 2 && locale.getLanguage().length() <= 3 && value.length() <= 35) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // falls through to the finding
        }
        add(field, "is not a language tag; write BCP 47 like 'en' or 'pt-BR'");
        return "en";
    }

    public ZoneId zone(String field, String value) {
        try {
            if (ZONES.contains(value)) {
                return ZoneId.of(value);
            }
        } catch (DateTimeException e) {
            // falls through to the finding
        }
        add(field, "is not a time zone; write an IANA name like 'Europe/Paris'");
        return ZoneId.of("UTC");
    }

    /** An ISO 3166-1 alpha-2 code. */
    public @Nullable String country(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String code = value.strip().toUpperCase(Locale.ROOT);
        // Some letters grow to two when they become capitals.
        if (value.strip().length() != 2 || !COUNTRIES.contains(code)) {
            add(field, "is not a country; write two letters of ISO 3166-1 like 'PT'");
        }
        return code;
    }

    public @Nullable Integer capacity(String field, @Nullable Integer value) {
        if (value != null && (value < 1 || value > 1_000_000)) {
            add(field, "must lie between 1 and 1000000; null stands for no limit");
        }
        return value;
    }

    /** What it returns after a finding is no address to use. */
    public URI requiredWebAddress(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            add(field, "is required, like 'https://museum.example.org/slides.pdf'");
        }
        return requireNonNullElse(webAddress(field, value), URI.create("https://example.org"));
    }

    /** An absolute https or http address. */
    public @Nullable URI webAddress(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            URI address = new URI(value.strip());
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            if (web
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && value.length() <= LONGEST_ADDRESS) {
                return address;
            }
        } catch (URISyntaxException e) {
            // falls through to the finding
        }
        add(field, "is not a web address; write one like 'https://museum.example.org/room'");
        return null;
    }
}

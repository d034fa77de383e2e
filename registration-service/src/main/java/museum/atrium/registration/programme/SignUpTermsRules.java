package museum.atrium.registration.programme;

import java.net.IDN;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;

/** Checks what a draft says about who gets a place, and how. */
final class SignUpTermsRules {

    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final int MOST_DOMAINS = 100;
    private static final int LONGEST_DOMAIN = 253;
    private static final Durations OFFERS = new Durations(Duration.ofMinutes(1), Duration.ofDays(60));

    private SignUpTermsRules() {}

    static SignUpTerms check(Findings findings, ActivityDraft draft) {
        Instant opensAt = instant(findings, "registrationOpensAt", draft.registrationOpensAt());
        Instant closesAt = instant(findings, "registrationClosesAt", draft.registrationClosesAt());
        if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
            findings.add("registrationClosesAt", "must be after registrationOpensAt");
        }
        boolean waitlist = Boolean.TRUE.equals(draft.waitlist());
        Duration offers = OFFERS.check(findings, "placeOffers", draft.placeOffers());
        if (offers != null && !waitlist) {
            findings.add("placeOffers", "are made to who waits; set waitlist to true");
        }
        return new SignUpTerms(
                waitlist,
                Boolean.TRUE.equals(draft.doubleOptIn()),
                Boolean.TRUE.equals(draft.approval()),
                Boolean.TRUE.equals(draft.invitationOnly()),
                domains(findings, draft.allowedDomains()),
                offers,
                opensAt,
                closesAt);
    }

    private static @Nullable Instant instant(Findings findings, String field, @Nullable Instant instant) {
        if (instant != null && !SessionRules.isPlausible(instant)) {
            findings.add(field, "must lie between 1990 and 2200");
        }
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static List<String> domains(Findings findings, @Nullable List<@Nullable String> written) {
        List<String> domains = new ArrayList<>();
        if (written == null) {
            return domains;
        }
        if (written.size() > MOST_DOMAINS) {
            findings.add("allowedDomains", "may have " + MOST_DOMAINS + " entries at most");
            return domains;
        }
        for (int i = 0; i < written.size(); i++) {
            String domain = ascii(written.get(i));
            if (domain.length() <= LONGEST_DOMAIN && DOMAIN.matcher(domain).matches()) {
                domains.add(domain);
            } else {
                findings.add("allowedDomains[" + i + "]", "is not a domain; write one like 'museum.example.org'");
            }
        }
        return domains.stream().distinct().toList();
    }

    private static String ascii(@Nullable String domain) {
        try {
            return domain == null
                    ? ""
                    : IDN.toASCII(domain.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

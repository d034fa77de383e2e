package museum.atrium.http.organizer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import museum.atrium.http.UnusableSetting;
import museum.atrium.http.account.Grant;

/**
 * A role for whose token has this value in this claim: for providers that cannot write roles into tokens.
 *
 * @param claim a claim's name, or a path to it with dots
 */
record RoleGrant(String claim, String value, Grant grant) {

    // A claim may be named like an address, with a colon of its own.
    private static final Pattern WRITTEN = Pattern.compile("((?:https?://)?[^:\\s]+):(\\S+)=([^=\\s]+)");
    private static final String REMEDY = "Write each as claim:value=role with blanks or line breaks between them, like"
            + " email:anna@example.org=admin groups:/staff=organizer:network/east; a blank within a value is %20.";

    /** @throws UnusableSetting naming the one that cannot be understood by its number: a grant may name a person */
    static List<RoleGrant> list(String written) {
        List<String> entries = Stream.of(written.strip().split("\\s+"))
                .filter(entry -> !entry.isEmpty())
                .toList();
        return Stream.iterate(0, i -> i < entries.size(), i -> i + 1)
                .map(i -> parse(i + 1, entries.get(i)))
                .toList();
    }

    private static RoleGrant parse(int number, String entry) {
        Matcher matcher = WRITTEN.matcher(entry);
        if (!matcher.matches()) {
            throw new UnusableSetting("Grant " + number + " of OIDC_ROLE_GRANTS cannot be understood.", REMEDY);
        }
        Grant grant = Grant.parse(matcher.group(3))
                .orElseThrow(() -> new UnusableSetting(
                        "Grant " + number + " of OIDC_ROLE_GRANTS gives a role that does not exist: " + matcher.group(3)
                                + ".",
                        "Roles are admin, organizer and viewer; the last two also for one network or series, like"
                                + " organizer:network/east."));
        return new RoleGrant(matcher.group(1), unescaped(number, matcher.group(2)), grant);
    }

    private static String unescaped(int number, String value) {
        try {
            // Only %20 and its like are escapes here; a plus sign is part of many addresses.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UnusableSetting(
                    "Grant " + number + " of OIDC_ROLE_GRANTS has a % that begins no escape.", REMEDY);
        }
    }
}

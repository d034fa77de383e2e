package museum.atrium.http.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import museum.atrium.http.account.Grant;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.links.LinkKeys;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Signed words on who somebody is: every service that has the keys believes them, until they expire. */
final class Tickets {

    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9_-]{1,3000})\\.([A-Za-z0-9_-]{43})");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final JsonMapper json = new JsonMapper();
    private final LinkKeys keys;

    Tickets(LinkKeys keys) {
        this.keys = keys;
    }

    /** @param until in seconds since 1970 */
    private record Said(
            @Nullable String id,
            @Nullable String name,
            @Nullable List<String> grants,
            long until) {}

    String write(OrganizerAccount account, Instant until) {
        byte[] said = json.writeValueAsBytes(new Said(
                account.id(),
                account.name(),
                account.grants().stream().map(Grant::written).sorted().toList(),
                until.getEpochSecond()));
        return BASE64.encodeToString(said) + "." + BASE64.encodeToString(keys.sign(said));
    }

    /** Nothing when it was not signed with one of our keys, or has expired. */
    Optional<OrganizerAccount> read(String ticket, Instant now) {
        Matcher parts = WRITTEN.matcher(ticket);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] content = Base64.getUrlDecoder().decode(parts.group(1));
            if (!keys.accepts(content, Base64.getUrlDecoder().decode(parts.group(2)))) {
                return Optional.empty();
            }
            Said said = json.readValue(content, Said.class);
            return said.id() == null
                            || said.name() == null
                            || said.grants() == null
                            || !now.isBefore(Instant.ofEpochSecond(said.until()))
                    ? Optional.empty()
                    : Optional.of(new OrganizerAccount(
                            said.id(),
                            said.name(),
                            said.grants().stream()
                                    .flatMap(grant -> Grant.parse(grant).stream())
                                    .collect(Collectors.toUnmodifiableSet())));
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return Optional.empty();
        }
    }

    /** What a page that was shown to the holder of this ticket sends along, and another site does not know. */
    String proof(String ticket) {
        return BASE64.encodeToString(keys.sign(("page of " + ticket).getBytes(UTF_8)));
    }

    boolean proves(String ticket, String proof) {
        try {
            return keys.accepts(
                    ("page of " + ticket).getBytes(UTF_8),
                    Base64.getUrlDecoder().decode(proof));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}

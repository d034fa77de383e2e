package museum.atrium.recording.access;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.links.LinkKeys;
import museum.atrium.links.SignedLink;
import museum.atrium.links.SignedLinks;

/**
 * Signs for a while. What it is for and until when belong to the purpose, so that what has either of them changed is not signed at
 * all.
 */
final class ExpiringLinks {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{48})");

    private final String keys;

    ExpiringLinks(String keys) {
        ConfiguredKeys.of("media", keys); // refuses to start without
        this.keys = keys;
    }

    record Opened(SignedLink holder, Instant expiry) {}

    String sign(String purpose, Instant expiry, SignedLink holder) {
        return expiry.getEpochSecond() + "."
                + signatures(purpose, expiry.getEpochSecond()).sign(holder);
    }

    /** Nothing when it was not signed for this. */
    Optional<Opened> open(String purpose, String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long expiry = Long.parseLong(parts.group(1));
        return signatures(purpose, expiry)
                .open(parts.group(2))
                .map(holder -> new Opened(holder, Instant.ofEpochSecond(expiry)));
    }

    private SignedLinks signatures(String purpose, long expiry) {
        return new SignedLinks(LinkKeys.parse("%s until %d".formatted(purpose, expiry), keys));
    }
}

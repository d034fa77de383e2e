package museum.atrium.registration.defence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.links.LinkKeys;
import org.springframework.stereotype.Component;

/**
 * Asks for a proof of work, and checks it. Nothing is stored: the signature covers the challenge, within it when it expires,
 * and the addresses that it was made for, so that the work for some people signs up nobody else.
 */
@Component
class Proofs {

    private static final int SALT_BYTES = 12;
    /** The last character keeps the number apart from the time; twelve digits last for ever and fit an {@code Instant}. */
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{24}\\?expires=([0-9]{1,12})&");

    private final LinkKeys keys;
    private final Duration expiry;
    private final int difficulty;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Proofs(LinkKeys keys, DefenceSettings settings, Clock clock) {
        this.keys = keys;
        this.expiry = settings.expiry();
        this.difficulty = settings.difficulty();
        this.clock = clock;
    }

    /** Harder for a group: the work is for each person. */
    Challenge challenge(Collection<String> addresses) {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        String salt = "%s?expires=%d&"
                .formatted(hex(bytes), clock.instant().plus(expiry).getEpochSecond());
        int most = difficulty * addresses.size();
        String challenge = hash(salt, random.nextInt(most + 1));
        return new Challenge(Challenge.ALGORITHM, challenge, most, salt, hex(keys.sign(signed(challenge, addresses))));
    }

    /** Whether it solves a challenge of ours that was made for these people and has not expired. */
    boolean isGood(Proof proof, Collection<String> addresses) {
        Matcher salt = SALT.matcher(proof.salt());
        return salt.matches()
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(salt.group(1))))
                && hash(proof.salt(), proof.number()).equals(proof.challenge())
                && keys.accepts(
                        signed(proof.challenge(), addresses), HexFormat.of().parseHex(proof.signature()));
    }

    private static byte[] signed(String challenge, Collection<String> addresses) {
        return (challenge + "\n" + String.join("\n", addresses.stream().sorted().toList())).getBytes(UTF_8);
    }

    private static String hash(String salt, long number) {
        try {
            return hex(MessageDigest.getInstance(Challenge.ALGORITHM).digest((salt + number).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

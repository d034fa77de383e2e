package museum.atrium.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys of one purpose: the first signs, all are accepted, so that a key can be rotated without breaking links. */
public final class LinkKeys {

    private static final String ALGORITHM = "HmacSHA256";

    private static final int SHORTEST_KEY = 32;

    private final String purpose;
    private final List<SecretKey> keys;

    private LinkKeys(String purpose, List<SecretKey> keys) {
        this.purpose = purpose;
        this.keys = keys;
    }

    /**
     * Reads keys as they stand in the configuration.
     *
     * @param purpose what links of these keys are for, such as {@code manage}; a link of one purpose never opens another
     * @param commaSeparatedBase64 one key or several, each the base64 of at least 32 random bytes
     * @throws IllegalArgumentException with a sentence for the operator; it never repeats the configured value
     */
    public static LinkKeys parse(String purpose, @Nullable String commaSeparatedBase64) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("A purpose of links needs a name.");
        }
        if (commaSeparatedBase64 == null || commaSeparatedBase64.isBlank()) {
            throw refused(purpose, "has no key");
        }
        List<SecretKey> keys = Arrays.stream(commaSeparatedBase64.split(",", -1))
                .map(key -> decode(purpose, key.strip()))
                .toList();
        return new LinkKeys(purpose, keys);
    }

    private static SecretKey decode(String purpose, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            // The cause would repeat a character of the secret.
            throw refused(purpose, "has a key that is not base64");
        }
        if (bytes.length < SHORTEST_KEY) {
            throw refused(purpose, "has a key of %d bytes, and %d are needed".formatted(bytes.length, SHORTEST_KEY));
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    private static IllegalArgumentException refused(String purpose, String reason) {
        return new IllegalArgumentException(
                "LINK_KEYS_%s %s. Set it to the base64 of %d random bytes (several keys are separated by commas; the first signs), for example made by `openssl rand -base64 %d`."
                        .formatted(purpose.toUpperCase(Locale.ROOT), reason, SHORTEST_KEY, SHORTEST_KEY));
    }

    /**
     * The same keys for something else that is signed and checked by services that have them already, so that the operator
     * has no more secrets to keep. What was signed for one purpose counts for no other.
     */
    public LinkKeys alsoFor(String otherPurpose) {
        return new LinkKeys(otherPurpose, keys);
    }

    /** The HMAC-SHA256 over the purpose and the content, with the key that signs: for what is signed and is no link. */
    public byte[] sign(byte[] content) {
        return signature(signing(), content);
    }

    /** As {@link #sign}, with each key that is accepted: for who looks up by a signature what was signed once. */
    public List<byte[]> signatures(byte[] content) {
        return keys.stream().map(key -> signature(key, content)).toList();
    }

    /** Whether one of the keys has signed this content. */
    public boolean accepts(byte[] content, byte[] signature) {
        boolean good = false;
        for (SecretKey key : keys) {
            good |= MessageDigest.isEqual(signature(key, content), signature);
        }
        return good;
    }

    /**
     * A key of 32 bytes made from each of these, that which signs first: for what is kept secret and not signed. Whoever seals uses the
     * first, whoever opens tries them all.
     */
    public List<byte[]> derived(String use) {
        return keys.stream().map(key -> signature(key, use.getBytes(UTF_8))).toList();
    }

    private byte[] signature(SecretKey key, byte[] content) {
        // Content may be of any length: the separator keeps it apart from the purpose.
        return mac(key, (purpose + '\0').getBytes(UTF_8), content);
    }

    static byte[] mac(SecretKey key, byte[] purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose);
            return mac.doFinal(content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, impossible);
        }
    }

    String purpose() {
        return purpose;
    }

    SecretKey signing() {
        return keys.getFirst();
    }

    List<SecretKey> accepted() {
        return keys;
    }

    @Override
    public String toString() {
        return "LinkKeys[purpose=%s, keys=%d]".formatted(purpose, keys.size());
    }
}

package museum.atrium.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Signs and opens the links of one purpose. A token is the base64url, without padding, of the subject (16 bytes), its
 * version (4 bytes) and the first 16 bytes of an HMAC-SHA256 over the purpose and those: 48 characters.
 */
public final class SignedLinks {

    private static final int CONTENT_LENGTH = 20;
    private static final int SIGNATURE_LENGTH = 16;
    private static final int TOKEN_CHARACTERS = 48;

    private final LinkKeys keys;
    private final byte[] purpose;

    public SignedLinks(LinkKeys keys) {
        this.keys = keys;
        // No separator is needed: what follows the purpose always has the same length.
        this.purpose = keys.purpose().getBytes(UTF_8);
    }

    /** The token of this link, always the same one for the same link and signing key. */
    public String sign(SignedLink link) {
        byte[] content = ByteBuffer.allocate(CONTENT_LENGTH)
                .putLong(link.subject().getMostSignificantBits())
                .putLong(link.subject().getLeastSignificantBits())
                .putInt(link.version())
                .array();
        byte[] token = Arrays.copyOf(content, CONTENT_LENGTH + SIGNATURE_LENGTH);
        System.arraycopy(signature(keys.signing(), content), 0, token, CONTENT_LENGTH, SIGNATURE_LENGTH);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What the token says, or nothing when none of this purpose's keys has signed it. Any string may be given. */
    public Optional<SignedLink> open(String token) {
        if (token.length() != TOKEN_CHARACTERS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != CONTENT_LENGTH + SIGNATURE_LENGTH) {
            return Optional.empty(); // padding in place of the last characters
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT_LENGTH);
        byte[] given = Arrays.copyOfRange(bytes, CONTENT_LENGTH, bytes.length);
        boolean good = false;
        for (SecretKey key : keys.accepted()) {
            good |= MessageDigest.isEqual(signature(key, content), given);
        }
        return good ? Optional.of(read(content)) : Optional.empty();
    }

    private static SignedLink read(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        return new SignedLink(new UUID(buffer.getLong(), buffer.getLong()), buffer.getInt());
    }

    private byte[] signature(SecretKey key, byte[] content) {
        return Arrays.copyOf(LinkKeys.mac(key, purpose, content), SIGNATURE_LENGTH);
    }
}

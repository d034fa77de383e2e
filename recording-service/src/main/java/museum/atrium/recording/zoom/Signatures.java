package museum.atrium.recording.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether it was Zoom who called, and just now. */
@Component
class Signatures {

    private static final String VERSION = "v0";
    private static final String HMAC = "HmacSHA256";
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final ZoomSettings settings;
    private final Clock clock;

    Signatures(ZoomSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    boolean isConfigured() {
        return !settings.webhookSecret().isEmpty();
    }

    boolean isGood(@Nullable String signature, @Nullable String timestamp, byte[] body) {
        if (signature == null || timestamp == null || !isFresh(timestamp)) {
            return false;
        }
        byte[] head = (VERSION + ":" + timestamp + ":").getBytes(UTF_8);
        String expected = VERSION + "=" + hmac(head, body);
        return MessageDigest.isEqual(expected.getBytes(UTF_8), signature.getBytes(UTF_8));
    }

    /** In hexadecimal digits. */
    String hmac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(settings.webhookSecret().getBytes(UTF_8), HMAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA256", impossible);
        }
    }

    private boolean isFresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant said = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(said, clock.instant()).abs().compareTo(FRESH) <= 0;
    }
}

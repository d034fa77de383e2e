package museum.atrium.registration.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Signs as the Standard Webhooks specification says, once with every secret that holds. */
@Component
class Signing {

    private static final String ALGORITHM = "HmacSHA256";

    private final Sealing sealing;

    Signing(Sealing sealing) {
        this.sealing = sealing;
    }

    /**
     * The header {@code webhook-signature}.
     *
     * @param sent in seconds, as in {@code webhook-timestamp}
     */
    String signature(Claimed claimed, long sent) throws Sealing.Unreadable {
        byte[] signed = (claimed.message() + "." + sent + "." + claimed.payload()).getBytes(UTF_8);
        return secrets(claimed).stream()
                .map(secret -> "v1," + mac(secret, signed))
                .collect(joining(" "));
    }

    /** Of several, one that cannot be read any more is left out: the other may be the newer. */
    private List<byte[]> secrets(Claimed claimed) throws Sealing.Unreadable {
        UUID owner = claimed.webhook();
        List<byte[]> secrets = new ArrayList<>();
        for (byte[] sealed : claimed.sealed()) {
            try {
                secrets.add(sealing.open(sealed, owner));
            } catch (Sealing.Unreadable otherKeys) {
                // refused below where it was the last
            }
        }
        if (secrets.isEmpty()) {
            throw new Sealing.Unreadable();
        }
        return secrets;
    }

    private static String mac(byte[] secret, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, impossible);
        }
    }
}

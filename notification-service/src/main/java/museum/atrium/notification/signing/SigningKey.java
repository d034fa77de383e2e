package museum.atrium.notification.signing;

import java.security.PrivateKey;
import java.security.interfaces.RSAKey;
import museum.atrium.http.UnusableSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/** Reads the key as an operator gave it. What is refused is never repeated. */
final class SigningKey {

    private static final int SHORTEST = 2048;

    private SigningKey() {}

    static PrivateKey read(String pem) {
        PrivateKey key = parse(pem);
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() >= SHORTEST) {
            return key;
        }
        throw new UnusableSetting(
                key == null
                        ? "DKIM_PRIVATE_KEY is not a private key in PEM without a password."
                        : "DKIM_PRIVATE_KEY is not an RSA key of %d bits or more.".formatted(SHORTEST),
                "Make one by `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:%d -out dkim.pem` and set DKIM_PRIVATE_KEY_FILE to its path."
                        .formatted(SHORTEST));
    }

    private static @Nullable PrivateKey parse(String pem) {
        try {
            return PemContent.of(pem).getPrivateKey();
        } catch (RuntimeException unreadable) {
            // Its message may quote what was given.
            return null;
        }
    }
}

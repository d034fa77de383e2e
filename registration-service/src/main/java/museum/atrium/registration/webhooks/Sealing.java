package museum.atrium.registration.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import museum.atrium.links.LinkKeys;

/** Keeps secrets so that who has the database alone, or a copy of it, cannot read them: AES-GCM, its nonce before it. */
final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final List<SecretKey> keys;
    private final SecureRandom random = new SecureRandom();

    Sealing(LinkKeys keys) {
        this.keys = keys.derived("sealed secrets").stream()
                .<SecretKey>map(key -> new SecretKeySpec(key, "AES"))
                .toList();
    }

    /** None of the keys of today has sealed it. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** @param owner whose it is: sealed for one it cannot be opened as another's */
    byte[] seal(byte[] secret, UUID owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, owner).doFinal(secret);
            byte[] sealed = Arrays.copyOf(nonce, nonce.length + hidden.length);
            System.arraycopy(hidden, 0, sealed, nonce.length, hidden.length);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has AES-GCM", impossible);
        }
    }

    byte[] open(byte[] sealed, UUID owner) throws Unreadable {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        for (SecretKey key : keys) {
            try {
                return cipher(Cipher.DECRYPT_MODE, key, nonce, owner)
                        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            } catch (AEADBadTagException otherKey) {
                // the next may be it
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("Every Java runtime has AES-GCM", impossible);
            }
        }
        throw new Unreadable();
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(UTF_8));
        return cipher;
    }
}

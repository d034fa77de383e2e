package museum.atrium.registration.defence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * How often a mail address may be named. It depends on the requests alone, so that nobody learns from it who is registered;
 * and what is kept of an address says nothing to who does not have the key, which ends with this process.
 */
@Component
class AddressLimit {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private record Pseudonym(long first, long second) {}

    private final SecretKeySpec key;
    private final Buckets<Pseudonym> buckets;

    AddressLimit(DefenceSettings settings, Clock clock) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.buckets = new Buckets<>(settings.perAddress(), clock);
    }

    /** @return zero, or how long to wait until all of them may be named again */
    Duration name(Collection<String> addresses) {
        Duration longest = Duration.ZERO;
        for (String address : addresses) {
            Duration wait = buckets.take(pseudonym(address), 1);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private Pseudonym pseudonym(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
            return new Pseudonym(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, impossible);
        }
    }
}

package museum.atrium.recording.store;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes the parts of media addresses that nobody can guess. */
@Component
public class Secrets {

    private static final int BYTES = 16;

    private final RandomGenerator randomness;

    Secrets(RandomGenerator randomness) {
        this.randomness = randomness;
    }

    /** 32 hexadecimal digits. */
    public String next() {
        byte[] secret = new byte[BYTES];
        randomness.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}

package museum.atrium.registration.certificates;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a certificate is found by: 80 random bits, which nobody guesses, in letters and digits that nobody mixes up
 * (Crockford's base 32).
 *
 * @param value 16 characters, without dashes
 */
record CertificateCode(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;
    private static final int LONGEST_WRITTEN = 100;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Pd}]+");
    private static final Pattern GROUPS = Pattern.compile("(.{" + GROUP + "})(?=.)");
    private static final SecureRandom RANDOM = new SecureRandom();

    static CertificateCode random() {
        return new CertificateCode(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining()));
    }

    /** As people write it: case, dashes and spaces do not matter, and what looks alike is the same. */
    static Optional<CertificateCode> parse(String written) {
        if (written.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        String plain = SEPARATORS
                .matcher(written)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return SHAPE.matcher(plain).matches() ? Optional.of(new CertificateCode(plain)) : Optional.empty();
    }

    /** As it is shown, like {@code 7K2M-0QXV-9D4T-HW3C}. */
    @Override
    public String toString() {
        return GROUPS.matcher(value).replaceAll("$1-");
    }
}

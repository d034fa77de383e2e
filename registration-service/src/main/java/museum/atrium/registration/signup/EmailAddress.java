package museum.atrium.registration.signup;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address as it was written, and as it is compared: without regard to case, the domain in ASCII. Quoted local
 * parts and address literals, which no mail provider gives to people, are not taken. Letters may be of any script (RFC 6531);
 * where the mail server knows of none, the mail is shown as failed, with that reason.
 *
 * @param key what two spellings of one address have in common
 */
public record EmailAddress(String text, String key) {

    private static final Pattern LOCAL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?![0-9]+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    /** Two generations of the standard lead these to different owners of a domain: people write the ASCII form instead. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00DF\\u03C2\\u200C\\u200D]");

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;

    public static Optional<EmailAddress> parse(String written) {
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST || bytes(text.substring(0, at)) > LONGEST_LOCAL) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        if (AMBIGUOUS.matcher(text.substring(at)).find()) {
            return Optional.empty();
        }
        String domain;
        try {
            domain = IDN.toASCII(text.substring(at + 1), IDN.USE_STD3_ASCII_RULES)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!LOCAL.matcher(local).matches() || !DOMAIN.matcher(domain).matches()) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(text, local.toLowerCase(Locale.ROOT) + "@" + domain));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Lower case, in ASCII. */
    String domain() {
        return key.substring(key.lastIndexOf('@') + 1);
    }

    /** Never the address: this may end in a log. */
    @Override
    public String toString() {
        return "an address";
    }
}

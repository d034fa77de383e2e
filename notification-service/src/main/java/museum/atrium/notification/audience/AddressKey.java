package museum.atrium.notification.audience;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What all spellings of one address have in common, as registration-service compares them: composed characters, no
 * regard to case, the domain in ASCII. Anything has a key, so that an address is found by what it says even if no mail
 * can be sent to it.
 */
public final class AddressKey {

    private AddressKey() {}

    public static String of(String written) {
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        int domain = text.lastIndexOf('@') + 1;
        return (text.substring(0, domain) + ascii(text.substring(domain))).toLowerCase(Locale.ROOT);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            return domain;
        }
    }
}

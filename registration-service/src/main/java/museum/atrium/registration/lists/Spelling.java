package museum.atrium.registration.lists;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * How texts are compared when somebody looks for one: without regard to case and to marks above and below the letters, as
 * {@link ListedRegistrations} does with what is stored. Letters that are letters of their own stay: ø is no o, ł no l.
 */
final class Spelling {

    /** Of Latin, Greek and Cyrillic, of Hebrew, of Arabic. */
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F\\u0591-\\u05BD\\u064B-\\u065F\\u0670]");

    private Spelling() {}

    static String folded(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return bare.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

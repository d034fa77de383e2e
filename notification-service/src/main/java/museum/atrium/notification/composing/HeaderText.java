package museum.atrium.notification.composing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Words in a header: plain where they are short and ASCII, else as encoded words (RFC 2047), folded before 76 columns. */
final class HeaderText {

    static final String FOLD = "\r\n ";

    private static final int LONGEST_PLAIN = 60;
    private static final int BYTES_PER_WORD = 36;

    private HeaderText() {}

    static String unstructured(String line) {
        return isPlain(line) ? line : encoded(line);
    }

    /** A display name. Quoted, so that its commas and brackets mean nothing. */
    static String phrase(String name) {
        return isPlain(name) ? '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : encoded(name);
    }

    private static boolean isPlain(String line) {
        return line.length() <= LONGEST_PLAIN
                && !line.contains("=?")
                && line.chars().allMatch(character -> character >= ' ' && character < 127);
    }

    /** No word ends inside a character. */
    private static String encoded(String line) {
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < line.length(); ) {
            String character = Character.toString(line.codePointAt(i));
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > BYTES_PER_WORD) {
                append(words, word);
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += size;
            i += character.length();
        }
        append(words, word);
        return words.toString();
    }

    private static void append(StringBuilder words, StringBuilder word) {
        String encoded = Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8));
        words.append(words.isEmpty() ? "" : FOLD)
                .append("=?UTF-8?B?")
                .append(encoded)
                .append("?=");
    }
}

package museum.atrium.registration.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/** A file that was uploaded, as text without a byte order mark. */
public record CsvText(String text) {

    private static final Pattern SEPARATED = Pattern.compile("[,;]");

    /**
     * Whatever charset the request names: spreadsheets and platforms write UTF-8 and say nothing about it.
     *
     * @param file null: a request without a body, which is what an empty file becomes
     * @throws Refusal 422 if it is not UTF-8
     */
    public static CsvText of(byte @Nullable [] file) {
        if (file == null) {
            return new CsvText("");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return new CsvText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            throw Refusal.invalid(new FieldError(
                    "body", "is not in UTF-8; upload the file as the platform exported it, or save it as 'CSV UTF-8'"));
        }
    }

    /** Spreadsheets of many countries write semicolons. A blank line, or one with a title alone, does not tell. */
    public char separator() {
        String first = text.lines()
                .filter(line -> SEPARATED.matcher(line).find())
                .findFirst()
                .orElse("");
        return count(first, ';') > count(first, ',') ? ';' : ',';
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}

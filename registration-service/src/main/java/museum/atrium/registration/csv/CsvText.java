package museum.atrium.registration.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;

/** A file that was uploaded, as text without a byte order mark. */
public record CsvText(String text) {

    /**
     * Whatever charset the request names: spreadsheets and platforms write UTF-8 and say nothing about it.
     *
     * @throws Refusal 422 if it is not UTF-8
     */
    public static CsvText of(byte[] file) {
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

    /** Spreadsheets of many countries write semicolons. */
    public char separator() {
        String first = text.lines().findFirst().orElse("");
        return count(first, ';') > count(first, ',') ? ';' : ',';
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}

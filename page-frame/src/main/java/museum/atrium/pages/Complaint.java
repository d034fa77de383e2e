package museum.atrium.pages;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;

/**
 * What is wrong with one field, as a page can say it in the reader's language. Whoever checks a field says so in English, to programs
 * and people alike; the first words of that, up to a comma, a colon, a semicolon or a quotation, are what the messages of pages know
 * it by.
 *
 * @param field as it was complained of, such as {@code speakers[0].country}; in a line of a table, its column or the number of that
 * @param name of the field without which one it is or in which language, such as {@code speakers} or {@code cover.alt}; empty: it is in
 *     a line of a table
 * @param place which one of several, from 1, or in which language; empty: there is but one
 * @param message in English
 * @param key of the message, such as {@code frame.wrong.must-lie-between-and}
 * @param numbers in the order in which they stand in the English
 */
public record Complaint(String field, String name, String place, String message, String key, List<String> numbers) {

    static final String KEYS = "frame.wrong.";

    private static final String NO_COLUMN = KEYS + "is-under-no-column";

    private static final Pattern LINE = Pattern.compile("line (\\d+): (.*)", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile(
            "([A-Za-z]+(?:\\.[A-Za-z]{3,})*+)(?:\\[(\\d+)].*|(\\d+)\\..*|\\.([a-z]{2}(?:-[A-Za-z0-9]+)*))?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    static Complaint of(FieldError error) {
        String message = error.message();
        String key = KEYS
                + message.replaceFirst("[,:;'].*", "")
                        .replaceAll("[^A-Za-z]+", " ")
                        .strip()
                        .replace(' ', '-')
                        .toLowerCase(Locale.ROOT);
        List<String> numbers =
                NUMBER.matcher(message).results().map(MatchResult::group).toList();
        Matcher line = LINE.matcher(error.field());
        if (line.matches()) {
            return new Complaint(column(line.group(2), key), "", line.group(1), message, key, numbers);
        }
        Matcher part = PART.matcher(error.field());
        return part.matches()
                ? new Complaint(error.field(), part.group(1), place(part), message, key, numbers)
                : new Complaint(error.field(), error.field(), "", message, key, numbers);
    }

    private static String column(String named, String key) {
        return key.equals(NO_COLUMN) ? named.replaceFirst("^field ", "") : named;
    }

    /** Whether it is in a column that has no name. */
    public boolean isNumbered() {
        return key.equals(NO_COLUMN);
    }

    private static String place(Matcher part) {
        String counted = part.group(2) != null ? part.group(2) : part.group(3);
        if (counted != null) {
            return counted.length() > 6 ? "" : String.valueOf(Integer.parseInt(counted) + 1);
        }
        return part.group(4) == null ? "" : part.group(4);
    }
}

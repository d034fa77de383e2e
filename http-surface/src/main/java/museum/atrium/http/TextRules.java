package museum.atrium.http;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text that people will read may hold, for code that cannot say {@link PlainText}.
 *
 * @param max at most so many Unicode code points
 * @param multiline whether line breaks and tabs are part of the text
 */
public record TextRules(int max, boolean multiline) {

    private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(\\s[^>]*)?/?>|<!");

    public static TextRules line(int max) {
        return new TextRules(max, false);
    }

    public static TextRules multiline(int max) {
        return new TextRules(max, true);
    }

    /** What is wrong with the text, as the message of a {@link FieldError}; empty when nothing is. */
    public Optional<String> complaint(String text) {
        if (text.codePoints().allMatch(TextRules::isInvisible)) {
            return Optional.of("must not be blank");
        }
        if (text.codePointCount(0, text.length()) > max) {
            return Optional.of("must not be longer than " + max + " characters");
        }
        if (text.codePoints().anyMatch(this::isForbidden)) {
            return Optional.of(
                    multiline
                            ? "must not contain control characters other than line breaks and tabs"
                            : "must not contain control characters or line breaks");
        }
        return Optional.empty();
    }

    /** The same of a text that mails show as it is written, whose author may take it to be HTML. */
    public static Optional<String> complaintOfMarkup(String text) {
        return MARKUP.matcher(text).find()
                ? Optional.of(
                        "is plain text and must not contain HTML; addresses that begin with https:// become links")
                : Optional.empty();
    }

    private boolean isForbidden(int codePoint) {
        if (multiline && (codePoint == '\n' || codePoint == '\r' || codePoint == '\t')) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            // Joiners and marks are part of names; overrides and isolates only disguise what follows.
            case Character.FORMAT -> turnsDirection(codePoint);
            default -> false;
        };
    }

    private static boolean turnsDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.CONTROL;
    }
}

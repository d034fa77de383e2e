package museum.atrium.notification.composing;

import java.text.Bidi;

/** What people typed, made fit for one line of a mail: no line breaks, no controls, no overrides of the reading direction. */
final class OneLine {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    private static final char WORD_JOINER = '\u2060';

    private OneLine() {}

    static String of(String typed) {
        StringBuilder line = new StringBuilder(typed.length());
        typed.codePoints().forEach(point -> {
            if (isBreak(point)) {
                if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            } else if (!overridesDirection(point)) {
                // Half a surrogate pair has no UTF-8 form.
                line.appendCodePoint(Character.getType(point) == Character.SURROGATE ? '\uFFFD' : point);
            }
        });
        return line.toString().strip();
    }

    /** Keeps a right-to-left name from reordering the sentence around it. Most names need nothing, and get nothing. */
    static String isolated(String line) {
        char[] characters = line.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length) ? FIRST_STRONG_ISOLATE + line + POP_ISOLATE : line;
    }

    /**
     * Keeps mail programs from turning an address inside a name into a link: anybody may sign up somebody else, and
     * would otherwise have us deliver a link of their choice. What is seen stays the same.
     */
    static String unlinked(String name) {
        if (!name.contains("://") && !name.contains("www.")) {
            return name;
        }
        return name.replace("://", ":" + WORD_JOINER + "//").replace(".", "." + WORD_JOINER);
    }

    static String shortened(String line, int codePoints) {
        return line.codePointCount(0, line.length()) <= codePoints
                ? line
                : line.substring(0, line.offsetByCodePoints(0, codePoints - 1)).strip() + "…";
    }

    private static boolean isBreak(int point) {
        return point == ' '
                || switch (Character.getType(point)) {
                    case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private static boolean overridesDirection(int point) {
        return (point >= '\u202A' && point <= '\u202E') || (point >= '\u2066' && point <= '\u2069');
    }
}

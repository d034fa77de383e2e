package museum.atrium.registration.lists;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet would take for a formula and run. A file in CSV cannot say that a cell is text, so an apostrophe before it
 * does. One that stands there already gets another, so that taking one away always gives what was written.
 */
final class Formula {

    private static final Pattern WOULD_RUN = Pattern.compile(
            "'*[\\s\\p{Cf}\\u00A0\\u3000]*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20].*", Pattern.DOTALL);

    private Formula() {}

    static String harmless(String cell) {
        return WOULD_RUN.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** What was written, where {@link #harmless} made a cell of it. */
    static String written(String cell) {
        return cell.startsWith("'") && WOULD_RUN.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}

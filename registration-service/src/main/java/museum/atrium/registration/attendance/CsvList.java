package museum.atrium.registration.attendance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads an attendance list in CSV. Zoom's reports have several tables in one file, each under a header of its own and some about
 * the meeting rather than people; a list made by hand has one. A table is one of people when it has their names and their
 * addresses, or how long they stayed.
 */
final class CsvList {

    private static final Set<String> NAMES =
            Set.of("name", "name (original name)", "user name", "user name (original name)", "participant");
    private static final Set<String> ADDRESSES = Set.of("email", "e-mail", "user email", "email address", "mail");
    private static final Set<String> DURATIONS = Set.of(
            "duration", "duration (minutes)", "total duration (minutes)", "time in session (minutes)", "minutes");
    private static final Set<String> ATTENDED = Set.of("attended");

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2}):(\\d{2})");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,5}");
    private static final int LONGEST_FIELD = 2_000;

    private CsvList() {}

    /** Where a table has what; -1: nowhere. */
    private record Columns(int name, int address, int duration, int attended) {

        static @Nullable Columns of(CsvRecord header) {
            Columns columns = new Columns(
                    find(header, NAMES), find(header, ADDRESSES), find(header, DURATIONS), find(header, ATTENDED));
            boolean people = columns.address >= 0 && (columns.name >= 0 || header.getFieldCount() == 1)
                    || columns.name >= 0 && columns.duration >= 0;
            return people ? columns : null;
        }

        private static int find(CsvRecord header, Set<String> titles) {
            for (int i = 0; i < header.getFieldCount(); i++) {
                if (titles.contains(header.getField(i).strip().toLowerCase(Locale.ROOT))) {
                    return i;
                }
            }
            return -1;
        }
    }

    static List<Presence> read(String text) {
        List<Presence> presences = new ArrayList<>();
        Columns columns = null;
        boolean anyTable = false;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(false)
                .maxBufferSize(LONGEST_FIELD * 20)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : rows) {
                if (row.getFields().stream().anyMatch(field -> field.length() > LONGEST_FIELD)) {
                    throw refused("has an overlong field in line " + row.getStartingLineNumber()
                            + ": a quotation mark that opens there is not closed");
                }
                Columns header = Columns.of(row);
                if (header != null) {
                    columns = header;
                    anyTable = true;
                } else if (isTitle(row)) {
                    columns = null;
                } else if (columns != null) {
                    add(presences, columns, row);
                }
            }
        } catch (CsvParseException unreadable) {
            throw refused("is not a CSV file that can be read: " + unreadable.getMessage());
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (!anyTable) {
            throw refused("has no table of people: upload the report as the live platform exports it, or a CSV file"
                    + " with the columns 'name' and 'email', and 'minutes' if you know them");
        }
        return presences;
    }

    private static void add(List<Presence> presences, Columns columns, CsvRecord row) {
        if ("no".equalsIgnoreCase(field(row, columns.attended))) {
            return;
        }
        String address = field(row, columns.address);
        presences.add(new Presence(
                Math.toIntExact(row.getStartingLineNumber()),
                field(row, columns.name),
                address.contains("@") ? address : null,
                duration(field(row, columns.duration))));
    }

    private static String field(CsvRecord row, int column) {
        return column < 0 || column >= row.getFieldCount()
                ? ""
                : row.getField(column).strip();
    }

    private static @Nullable Duration duration(String written) {
        if (MINUTES.matcher(written).matches()) {
            return Duration.ofMinutes(Long.parseLong(written));
        }
        Matcher clock = CLOCK.matcher(written);
        return clock.matches()
                ? Duration.ofHours(Long.parseLong(clock.group(1)))
                        .plusMinutes(Long.parseLong(clock.group(2)))
                        .plusSeconds(Long.parseLong(clock.group(3)))
                : null;
    }

    /** A blank line, or one that only names the table that follows: what stood before is at its end. */
    private static boolean isTitle(CsvRecord row) {
        List<String> fields = row.getFields();
        return fields.stream().skip(1).allMatch(String::isBlank)
                && !fields.getFirst().contains("@");
    }

    /** Spreadsheets of many countries write semicolons. */
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        return first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    private static Refusal refused(String message) {
        return Refusal.invalid(new FieldError("body", message));
    }
}

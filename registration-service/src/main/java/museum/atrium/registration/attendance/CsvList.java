package museum.atrium.registration.attendance;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.csv.CsvText;
import org.jspecify.annotations.Nullable;

/**
 * Reads an attendance list in CSV. Zoom's reports have several tables in one file, each under a header of its own and some about
 * the meeting rather than people; a list made by hand has one. A table is one of people when it has their names and their
 * addresses, or how long they stayed. Headers are in the language of whose account it is.
 */
final class CsvList {

    private static final Pattern NAME = words("name|\\b(nom|nombre|nome|ime)\\b");
    private static final Pattern ADDRESS = words("mail|correo|courriel|pošt");
    private static final Pattern DURATION = words("minut|^(duration|dauer|durée|duración|duração|trajanje)$");

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3}):(\\d{2}):(\\d{2})");
    private static final Pattern MINUTES = Pattern.compile("\\d{1,5}([.,]\\d{1,9})?");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(60);
    /** What Zoom writes for who registered and did not come. */
    private static final String NEVER = "--";

    private static final int LONGEST_FIELD = 2_000;

    private CsvList() {}

    private static Pattern words(String words) {
        return Pattern.compile(
                words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** Where a table has what; -1: nowhere. */
    private record Columns(int name, int address, int duration) {

        static @Nullable Columns of(CsvRecord header) {
            if (header.getFields().stream().anyMatch(field -> field.contains("@"))) {
                return null;
            }
            Columns columns = new Columns(find(header, NAME), find(header, ADDRESS), find(header, DURATION));
            boolean people = columns.address >= 0 && (columns.name >= 0 || header.getFieldCount() == 1)
                    || columns.name >= 0 && columns.duration >= 0;
            return people ? columns : null;
        }

        private static int find(CsvRecord header, Pattern title) {
            for (int i = 0; i < header.getFieldCount(); i++) {
                if (title.matcher(header.getField(i).strip()).find()) {
                    return i;
                }
            }
            return -1;
        }
    }

    static List<Presence> read(String text) {
        List<Presence> presences = new ArrayList<>();
        Columns columns = null;
        CsvRecord title = null;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(new CsvText(text).separator())
                .maxBufferSize(LONGEST_FIELD * 20)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord row : rows) {
                refuseOverlong(row);
                Columns header = Columns.of(row);
                if (header == null && columns != null && title != null) {
                    add(presences, columns, title);
                }
                title = header == null && isAlone(row) ? row : null;
                if (header != null) {
                    columns = header;
                } else if (columns != null && title == null) {
                    add(presences, columns, row);
                }
            }
        } catch (CsvParseException unreadable) {
            throw refused(
                    "is not a CSV file that can be read: a quote is not closed, a line is too long or has too many columns");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (columns == null) {
            throw refused("has no table of people: upload the report as the live platform exports it, or a CSV file"
                    + " with the columns 'name' and 'email', and 'minutes' if you know them");
        }
        if (title != null) {
            add(presences, columns, title);
        }
        return presences;
    }

    private static void refuseOverlong(CsvRecord row) {
        if (row.getFields().stream().anyMatch(field -> field.length() > LONGEST_FIELD)) {
            throw refused("has an overlong field in line " + row.getStartingLineNumber()
                    + ": perhaps a quotation mark that opens there is not closed");
        }
    }

    private static void add(List<Presence> presences, Columns columns, CsvRecord row) {
        if (NEVER.equals(field(row, columns.duration))
                || row.getFields().stream().allMatch(String::isBlank)) {
            return;
        }
        String address = field(row, columns.address);
        presences.add(new Presence(
                Math.toIntExact(row.getStartingLineNumber()),
                field(row, columns.name),
                address.contains("@") ? address : null,
                address.contains("@") ? stayed(row, columns) : null));
    }

    /** Who is not known to have stayed for a certain time counts as having stayed: that must not come of a misreading. */
    private static @Nullable Duration stayed(CsvRecord row, Columns columns) {
        String written = field(row, columns.duration);
        Duration stayed = duration(written);
        if (stayed == null && !written.isEmpty()) {
            throw refused("says in line " + row.getStartingLineNumber()
                    + " how long somebody stayed, but not in minutes like 58 or as a time like 0:58:00");
        }
        return stayed;
    }

    private static String field(CsvRecord row, int column) {
        return column < 0 || column >= row.getFieldCount()
                ? ""
                : row.getField(column).strip();
    }

    private static @Nullable Duration duration(String written) {
        if (MINUTES.matcher(written).matches()) {
            return Duration.ofSeconds(
                    new BigDecimal(written.replace(',', '.')).multiply(SECONDS).longValue());
        }
        Matcher clock = CLOCK.matcher(written);
        return clock.matches()
                ? Duration.ofHours(Long.parseLong(clock.group(1)))
                        .plusMinutes(Long.parseLong(clock.group(2)))
                        .plusSeconds(Long.parseLong(clock.group(3)))
                : null;
    }

    /** Names the table whose header follows; where none does, it is a person of whom nothing else is known. */
    private static boolean isAlone(CsvRecord row) {
        return row.getFieldCount() > 1 && row.getFields().stream().skip(1).allMatch(String::isBlank)
                || row.getFieldCount() == 1 && !row.getField(0).contains("@");
    }

    private static Refusal refused(String message) {
        return Refusal.invalid(new FieldError("body", message));
    }
}

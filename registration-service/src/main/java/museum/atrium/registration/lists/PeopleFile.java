package museum.atrium.registration.lists;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.csv.CsvText;
import museum.atrium.registration.signup.SignUpRules;
import museum.atrium.registration.signup.Wish;

/** The people of a file, each checked as at sign-up. */
record PeopleFile(List<Line> lines) {

    private static final List<String> COLUMNS =
            List.of("email", "name", "locale", "timeZone", "country", "affiliation");
    private static final int MOST_LINES = 10_000;
    private static final int MOST_FINDINGS = 1_000;
    private static final int LONGEST_LINE = 20_000;
    private static final int LONGEST_TITLE = 100;

    /** @param number where it begins in the file, from 1 */
    record Line(int number, Wish person) {}

    /** @throws Refusal 422 naming every line and field that is wrong, or what is wrong with the whole */
    static PeopleFile read(CsvText file) {
        List<Line> lines = new ArrayList<>();
        Findings findings = new Findings();
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(file.separator())
                .maxBufferSize(LONGEST_LINE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file.text())) {
            List<String> header = null;
            for (CsvRecord row : rows) {
                if (row.getFields().stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header == null) {
                    header = header(row);
                } else if (lines.size() == MOST_LINES) {
                    throw refused("has more than " + MOST_LINES + " people; upload it in parts");
                } else {
                    lines.add(line(findings, header, row));
                }
            }
        } catch (CsvParseException unreadable) {
            throw refused(
                    "is not a CSV file that can be read: a quote is not closed, a line is too long or has too many columns");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        findings.refuseIfAny(MOST_FINDINGS);
        if (lines.isEmpty()) {
            throw refused("has no people: write the columns " + COLUMNS
                    + " into the first line and a person into each other; only email and name are required");
        }
        return new PeopleFile(lines);
    }

    /** The names of the columns in the order of the file; empty for one that has no title. */
    private static List<String> header(CsvRecord row) {
        Findings findings = new Findings();
        List<String> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String prefix = prefix(row);
        for (String title : row.getFields()) {
            String name = column(title).orElse("");
            if (name.isEmpty() && !title.isBlank()) {
                findings.add(
                        prefix + title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
                        "is not a column that can be imported; those are " + COLUMNS);
            } else if (!name.isEmpty() && !seen.add(name)) {
                findings.add(prefix + name, "is there twice");
            }
            header.add(name);
        }
        for (String required : List.of("email", "name")) {
            if (!seen.contains(required)) {
                findings.add(prefix + required, "is required as a column");
            }
        }
        findings.refuseIfAny(MOST_FINDINGS);
        return header;
    }

    private static Line line(Findings findings, List<String> header, CsvRecord row) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String name = i < header.size() ? header.get(i) : "";
            if (!name.isEmpty()) {
                fields.put(name, Formula.written(row.getField(i)));
            } else if (!row.getField(i).isBlank()) {
                findings.add(prefix(row) + "field " + (i + 1), "is under no column");
            }
        }
        return new Line(
                Math.toIntExact(row.getStartingLineNumber()), SignUpRules.vouched(findings, prefix(row), fields));
    }

    private static Optional<String> column(String title) {
        return COLUMNS.stream()
                .filter(column -> column.equalsIgnoreCase(title.strip()))
                .findFirst();
    }

    private static String prefix(CsvRecord row) {
        return "line " + row.getStartingLineNumber() + ": ";
    }

    private static Refusal refused(String message) {
        return Refusal.invalid(new FieldError("body", message));
    }
}

package museum.atrium.registration.lists;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 4180; with a byte order mark, without which Excel does not read UTF-8. */
final class CsvTable implements Table {

    /** Where a spreadsheet takes semicolons or tabs for the ends of cells, what follows one would be a cell of its own. */
    private static final QuoteStrategy WHERE_OTHERS_WOULD_DIVIDE = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    };

    private final CsvWriter rows;

    CsvTable(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        rows = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(WHERE_OTHERS_WOULD_DIVIDE)
                .build(text);
    }

    @Override
    public void add(List<String> cells) {
        rows.writeRecord(cells.stream().map(Formula::harmless).toList());
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }

    @Override
    public void end() throws IOException {
        rows.close();
    }
}

package museum.atrium.registration.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet. Every cell is text that says so: nothing in it is run, and no table of shared texts grows with the rows. */
final class XlsxTable implements Table {

    /** What a sheet can hold. */
    static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxTable(OutputStream out) {
        workbook = new Workbook(out, "Atrium", "1.0");
        sheet = workbook.newWorksheet("Registrations");
        sheet.freezePane(0, 1);
    }

    @Override
    public void add(List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (!cell.isEmpty()) {
                sheet.inlineString(row, column, shortened(cell));
            }
        }
        row++;
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        workbook.close();
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_CELL
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, LONGEST_CELL / 2)) + "…";
    }
}

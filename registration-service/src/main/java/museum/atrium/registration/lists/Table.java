package museum.atrium.registration.lists;

import java.io.IOException;
import java.util.List;

/** A file of rows that is written as they come and holds none of them. */
interface Table {

    void add(List<String> cells) throws IOException;

    /** Passes on what was added. */
    void flush() throws IOException;

    /** Makes the file whole: one that was not ended can be told from one that was. */
    void end() throws IOException;
}

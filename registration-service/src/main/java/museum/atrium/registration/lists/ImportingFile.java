package museum.atrium.registration.lists;

import java.nio.charset.StandardCharsets;
import museum.atrium.registration.csv.CsvText;
import org.springframework.stereotype.Component;

/** Puts the people of a file on an activity, by whichever way the file comes. */
@Component
public class ImportingFile {

    private final ImportingPeople importing;

    ImportingFile(ImportingPeople importing) {
        this.importing = importing;
    }

    /** @param dryRun whether nothing is stored: it is only said what would come of it */
    public ImportedPeople take(String slug, String csv, boolean dryRun) {
        return importing.take(slug, PeopleFile.read(CsvText.of(csv.getBytes(StandardCharsets.UTF_8))), dryRun);
    }
}

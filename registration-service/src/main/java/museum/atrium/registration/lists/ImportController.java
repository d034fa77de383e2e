package museum.atrium.registration.lists;

import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.csv.CsvText;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportController {

    private final ImportingPeople importing;

    ImportController(ImportingPeople importing) {
        this.importing = importing;
    }

    /** A misspelt parameter is refused: who asks what would come of it must not import. */
    @PostMapping(path = "/api/organizer/activities/{slug}/registrations/import", consumes = "text/csv")
    ImportedPeople take(
            @PathVariable String slug,
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters.of(sent, "dryRun");
        return importing.take(slug, PeopleFile.read(CsvText.of(file)), dryRun);
    }
}

package museum.atrium.registration.attendance;

import java.util.UUID;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.csv.CsvText;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class AttendanceImportController {

    private final ImportingAttendance importing;
    private final JsonMapper json;

    AttendanceImportController(ImportingAttendance importing, JsonMapper json) {
        this.importing = importing;
        this.json = json;
    }

    /** The file as the platform exports it. A misspelt parameter is refused: who asks what would come of it must not import. */
    @PostMapping(
            path = "/api/organizer/sessions/{id}/attendance/import",
            consumes = {"text/csv", MediaType.APPLICATION_JSON_VALUE})
    ImportedAttendance take(
            @PathVariable UUID id,
            @RequestBody(required = false) byte @Nullable [] file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam MultiValueMap<String, String> sent) {
        QueryParameters.of(sent, "dryRun");
        return importing.take(
                new SessionId(id), AttendanceList.read(CsvText.of(file).text(), json), dryRun);
    }
}

package museum.atrium.registration.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same list as files, whole. */
@RestController
@RequestMapping("/api/organizer/activities/{slug}/registrations")
class ExportController {

    private final RegistrationFiles files;

    ExportController(RegistrationFiles files) {
        this.files = files;
    }

    @GetMapping(produces = RegistrationFiles.CSV)
    void csv(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response)
            throws IOException {
        files.csv(slug, sent, null, response);
    }

    @GetMapping(produces = RegistrationFiles.XLSX)
    void xlsx(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response)
            throws IOException {
        files.xlsx(slug, sent, response);
    }
}

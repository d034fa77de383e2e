package museum.atrium.registration.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Activities activities;
    private final ListedRegistrations listed;
    private final Exporting exporting;
    private final Audit audit;

    ExportController(Activities activities, ListedRegistrations listed, Exporting exporting, Audit audit) {
        this.activities = activities;
        this.listed = listed;
        this.exporting = exporting;
        this.audit = audit;
    }

    @GetMapping(produces = CSV)
    void csv(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response)
            throws IOException {
        Activity activity = activities.existing(slug);
        Filter filter = filter(activity, sent);
        note(activity, "csv");
        attach(response, CSV + ";charset=UTF-8", slug + "-registrations.csv");
        exporting.write(activity, filter, new CsvTable(response.getOutputStream()));
    }

    @GetMapping(produces = XLSX)
    void xlsx(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response)
            throws IOException {
        Activity activity = activities.existing(slug);
        Filter filter = filter(activity, sent);
        if (listed.count(filter) >= XlsxTable.MOST_ROWS) {
            throw Refusal.conflict(
                    "too-many-rows", "A sheet cannot hold so many rows; narrow the list, or ask for text/csv.");
        }
        note(activity, "xlsx");
        attach(response, XLSX, slug + "-registrations.xlsx");
        exporting.write(activity, filter, new XlsxTable(response.getOutputStream()));
    }

    /** Not what was looked for, which may be a name. */
    private void note(Activity activity, String format) {
        audit.taken(
                "registrations.exported",
                Target.activity(activity.id().value(), activity.slug()),
                Map.of("format", format));
    }

    private static Filter filter(Activity activity, MultiValueMap<String, String> sent) {
        return Filter.of(
                activity,
                QueryParameters.of(sent, "status", "q", "country", "language", "session", "attended", "reachable"));
    }

    private static void attach(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
    }
}

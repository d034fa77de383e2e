package museum.atrium.registration.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Who is registered, as files to take away. */
@Component
public class RegistrationFiles {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Activities activities;
    private final ListedRegistrations listed;
    private final Exporting exporting;
    private final Audit audit;

    RegistrationFiles(Activities activities, ListedRegistrations listed, Exporting exporting, Audit audit) {
        this.activities = activities;
        this.listed = listed;
        this.exporting = exporting;
        this.audit = audit;
    }

    /** @param reader whose words questions and choices are in; null: they go by their ids, as programs want them */
    public void csv(
            String slug, MultiValueMap<String, String> sent, @Nullable Locale reader, HttpServletResponse response)
            throws IOException {
        Activity activity = activities.existing(slug);
        Filter filter = filter(activity, sent);
        note(activity, "csv");
        attach(response, CSV + ";charset=UTF-8", slug + "-registrations.csv");
        exporting.write(activity, filter, reader, new CsvTable(response.getOutputStream()));
    }

    void xlsx(String slug, MultiValueMap<String, String> sent, HttpServletResponse response) throws IOException {
        Activity activity = activities.existing(slug);
        Filter filter = filter(activity, sent);
        if (listed.count(filter) >= XlsxTable.MOST_ROWS) {
            throw Refusal.conflict(
                    "too-many-rows", "A sheet cannot hold so many rows; narrow the list, or ask for text/csv.");
        }
        note(activity, "xlsx");
        attach(response, XLSX, slug + "-registrations.xlsx");
        exporting.write(activity, filter, null, new XlsxTable(response.getOutputStream()));
    }

    /** Not what was looked for, which may be a name. */
    private void note(Activity activity, String format) {
        audit.taken(
                "registrations.exported",
                Target.activity(activity.id().value(), activity.slug()),
                Map.of("format", format));
    }

    private static Filter filter(Activity activity, MultiValueMap<String, String> sent) {
        return Filter.of(activity, Filter.parameters(sent));
    }

    private static void attach(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(file).build().toString());
    }
}

package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import museum.atrium.http.Refusal;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.lists.ImportedPeople;
import museum.atrium.registration.lists.ImportingFile;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Puts the people of a table on an activity: first it says what would come of it, then it does just that. */
@OrganizerPage
class ImportPages {

    private final Activities activities;
    private final ImportingFile importing;
    private final Page page;

    ImportPages(Activities activities, ImportingFile importing, Page page) {
        this.activities = activities;
        this.importing = importing;
        this.page = page;
    }

    @GetMapping("/organizer/activities/{slug}/registrations/import")
    ResponseEntity<String> form(@PathVariable String slug, HttpServletRequest request) {
        return answer(activities.existing(slug), "", null, null, request);
    }

    @PostMapping("/organizer/activities/{slug}/registrations/import")
    ResponseEntity<String> take(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String csv,
            @RequestParam(defaultValue = "look") String action,
            HttpServletRequest request) {
        Activity activity = activities.existing(slug);
        try {
            ImportedPeople result = importing.take(slug, csv, !action.equals("import"));
            return answer(activity, csv, result, null, request);
        } catch (Refusal refusal) {
            return answer(activity, csv, null, refusal, request);
        }
    }

    private ResponseEntity<String> answer(
            Activity activity,
            String csv,
            @Nullable ImportedPeople result,
            @Nullable Refusal refusal,
            HttpServletRequest request) {
        Page.Content content = page.forOrganizers("organizer/import")
                .script("pages/import.js")
                .with("line", ActivityLine.of(activity, PageReader.of(request)))
                .with("csv", csv);
        if (result != null) {
            content = content.with("result", result);
        }
        return refusal == null
                ? content.answer(HttpStatus.OK)
                : content.with("refusal", refusal).answer(refusal);
    }
}

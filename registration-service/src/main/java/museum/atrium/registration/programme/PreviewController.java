package museum.atrium.registration.programme;

import java.util.List;
import java.util.UUID;
import museum.atrium.registration.checking.ReaderLanguages;
import museum.atrium.registration.recordings.PublishedRecordings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What everyone will see of a draft, for organisers to look at before. */
@RestController
class PreviewController {

    private final Activities activities;
    private final PublishedRecordings recordings;
    private final PublicView view;

    PreviewController(Activities activities, PublishedRecordings recordings, PublicView view) {
        this.activities = activities;
        this.recordings = recordings;
        this.view = view;
    }

    /** The public call's own answer, but for a draft as if it were published now. */
    @GetMapping("/api/organizer/activities/{slug}/preview")
    ResponseEntity<PublicActivity> preview(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        Activity activity = activities.existing(slug).asPublished();
        UUID id = activity.id().value();
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(view.detail(
                        activity,
                        recordings.of(List.of(id)).getOrDefault(id, List.of()),
                        ReaderLanguages.of(languages)));
    }
}

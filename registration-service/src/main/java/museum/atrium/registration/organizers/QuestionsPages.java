package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import museum.atrium.http.Refusal;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Editing;
import museum.atrium.registration.programme.SignUpForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Where organisers write what sign-up asks beside name and address. */
@OrganizerPage
class QuestionsPages {

    private final Activities activities;
    private final Editing editing;
    private final Page page;

    QuestionsPages(Activities activities, Editing editing, Page page) {
        this.activities = activities;
        this.editing = editing;
        this.page = page;
    }

    @GetMapping("/organizer/activities/{slug}/questions")
    ResponseEntity<String> show(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        QueryParameters.of(sent, "saved");
        Activity activity = activities.existing(slug);
        return answer(activity, fieldsOf(activity).shown(), null, request);
    }

    /** Shows them again, with room for one more. */
    @PostMapping("/organizer/activities/{slug}/questions")
    ResponseEntity<String> write(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Activity activity = activities.existing(slug);
        try {
            ObjectNode changed = fieldsOf(activity).patch(sent);
            if (!changed.isEmpty()) {
                editing.edit(slug, changed, new Sent(sent).revision());
            }
        } catch (Refusal refusal) {
            return answer(activity, sent.toSingleValueMap(), refusal, request);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/organizer/activities/" + slug + "/questions?saved"))
                .build();
    }

    private ResponseEntity<String> answer(
            Activity activity, Map<String, String> fields, @Nullable Refusal refusal, HttpServletRequest request) {
        Page.Content content = page.forOrganizers("organizer/questions")
                .with("line", ActivityLine.of(activity, PageReader.of(request)))
                .with("fields", fields)
                .with("revision", Sent.revision(fields.get("revision"), activity, refusal))
                .with("places", QuestionFields.places(fields))
                .with("kinds", SignUpForm.Kind.values())
                .with("languages", fieldsOf(activity).languages())
                .with("saved", refusal == null && request.getParameter("saved") != null);
        return (refusal == null ? content : content.with("refusal", refusal)).answer(refusal);
    }

    private static QuestionFields fieldsOf(Activity activity) {
        return new QuestionFields(activity.form(), activity.language());
    }
}

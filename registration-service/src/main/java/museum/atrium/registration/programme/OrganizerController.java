package museum.atrium.registration.programme;

import java.net.URI;
import java.util.UUID;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import museum.atrium.registration.programme.OrganizerActivity.OrganizerSession;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/organizer")
class OrganizerController {

    private static final int LONGEST_REASON = 1000;

    private final Drafting drafting;
    private final ChangingActivities changing;
    private final ChangingSessions changingSessions;
    private final Activities activities;
    private final OrganizerMapper mapper;

    OrganizerController(
            Drafting drafting,
            ChangingActivities changing,
            ChangingSessions changingSessions,
            Activities activities,
            OrganizerMapper mapper) {
        this.drafting = drafting;
        this.changing = changing;
        this.changingSessions = changingSessions;
        this.activities = activities;
        this.mapper = mapper;
    }

    @PostMapping("/activities")
    ResponseEntity<OrganizerActivity> draft(@RequestBody ActivityDraft draft) {
        Activity activity = drafting.draft(draft);
        return ResponseEntity.created(URI.create("/api/organizer/activities/" + activity.slug()))
                .body(mapper.toOrganizer(activity));
    }

    @GetMapping("/activities/{slug}")
    OrganizerActivity show(@PathVariable String slug) {
        return mapper.toOrganizer(activities.existing(slug));
    }

    @PatchMapping("/activities/{slug}")
    OrganizerActivity edit(@PathVariable String slug, @RequestBody JsonNode patch) {
        return mapper.toOrganizer(changing.edit(slug, patch));
    }

    @PostMapping("/activities/{slug}/publication")
    OrganizerActivity publish(@PathVariable String slug, @RequestBody(required = false) @Nullable Publication body) {
        return mapper.toOrganizer(changing.publish(slug));
    }

    @PostMapping("/activities/{slug}/cancellation")
    OrganizerActivity cancel(@PathVariable String slug, @RequestBody(required = false) @Nullable Cancellation body) {
        Findings findings = new Findings();
        String reason = body == null ? null : findings.optionalLine("reason", body.reason(), LONGEST_REASON);
        findings.refuseIfAny();
        return mapper.toOrganizer(changing.cancel(slug, reason));
    }

    @PostMapping("/activities/{slug}/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    OrganizerActivity addSession(@PathVariable String slug, @RequestBody SessionDraft draft) {
        return mapper.toOrganizer(changingSessions.add(slug, draft));
    }

    @PatchMapping("/sessions/{id}")
    OrganizerSession editSession(@PathVariable UUID id, @RequestBody JsonNode patch) {
        return session(changingSessions.edit(new SessionId(id), patch), id);
    }

    @DeleteMapping("/sessions/{id}")
    OrganizerSession cancelSession(@PathVariable UUID id) {
        return session(changingSessions.cancel(new SessionId(id)), id);
    }

    private OrganizerSession session(Activity activity, UUID id) {
        return mapper.toOrganizer(activity.session(new SessionId(id)).orElseThrow());
    }

    /** Nothing can be said with a publication: it is at once and of everything. */
    record Publication() {}

    record Cancellation(@Nullable String reason) {}
}

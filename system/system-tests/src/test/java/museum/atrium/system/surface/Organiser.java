package museum.atrium.system.surface;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;

/** An organiser at work on the programme. */
public final class Organiser {

    private static final String ACTIVITIES = "/api/organizer/activities";

    private final Http http;

    public Organiser(Http http, String password) {
        this.http = http.as("organizer", password);
    }

    /** A draft, not yet public. */
    public StoredActivity creates(ActivityDraft draft) {
        Answer answer = http.post(ACTIVITIES, draft).expecting(201, 409);
        // It is there already: an earlier try was carried out, and only its answer was lost.
        return (answer.status() == 201
                        ? answer
                        : http.get(ACTIVITIES + "/" + draft.slug()).expecting(200))
                .as(StoredActivity.class);
    }

    /** @param changes a JSON Merge Patch */
    public void edits(String slug, Map<String, ?> changes) {
        http.patch(ACTIVITIES + "/" + slug, changes).expecting(200);
    }

    public void adds(String slug, SessionDraft session) {
        http.post("%s/%s/sessions".formatted(ACTIVITIES, slug), session).expecting(201);
    }

    /** Says yes or no, by {@code approval} or {@code rejection}, to whoever asked first. */
    public void decidesAboutTheFirst(String slug, String decision) {
        String id = http.get("%s/%s/registrations?status=PENDING&limit=1".formatted(ACTIVITIES, slug))
                .expecting(200)
                .json()
                .at("/items/0/id")
                .asString();
        http.post("/api/organizer/registrations/%s/%s".formatted(id, decision)).expecting(200);
    }

    /** Public at once. */
    public void createsSeries(String slug, String title) {
        http.post("/api/organizer/series", Map.of("slug", slug, "title", Map.of("en", title)))
                .expecting(201);
    }

    public void publishes(String slug) {
        http.post("%s/%s/publication".formatted(ACTIVITIES, slug)).expecting(200);
    }

    public StoredActivity createsAndPublishes(ActivityDraft draft) {
        StoredActivity stored = creates(draft);
        publishes(stored.slug());
        return stored;
    }

    /** @return how many a message would go to */
    public int previews(String slug, Map<String, ?> message) {
        return http.post("%s/%s/messages?dryRun=true".formatted(ACTIVITIES, slug), message)
                .expecting(200)
                .json()
                .get("recipients")
                .asInt();
    }

    public void writes(String slug, Map<String, ?> message) {
        http.post("%s/%s/messages".formatted(ACTIVITIES, slug), message).expecting(201);
    }

    public void moves(String session, Instant startsAt, Instant endsAt) {
        http.patch("/api/organizer/sessions/" + session, Map.of("startsAt", startsAt, "endsAt", endsAt))
                .expecting(200);
    }

    public void cancelsTheSession(String session) {
        http.delete("/api/organizer/sessions/" + session).expecting(200);
    }

    public void cancelsTheActivity(String slug, String reason) {
        http.post("%s/%s/cancellation".formatted(ACTIVITIES, slug), Map.of("reason", reason))
                .expecting(200);
    }

    public record StoredActivity(String slug, String status, List<StoredSession> sessions) {}

    public record StoredSession(String id, Instant startsAt, Instant endsAt) {}
}

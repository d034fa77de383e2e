package museum.atrium.system.surface;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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

    public void publishes(String slug) {
        http.post("%s/%s/publication".formatted(ACTIVITIES, slug)).expecting(200);
    }

    public StoredActivity createsAndPublishes(ActivityDraft draft) {
        StoredActivity stored = creates(draft);
        publishes(stored.slug());
        return stored;
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

package museum.atrium.recording.audience;

import static museum.atrium.recording.audience.EventReading.required;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.recording.audience.KnownActivity.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps of every published activity what a recording refers to. */
@Component
class FollowingActivities implements EventHandler {

    private final KnownActivities activities;
    private final Intake intake;

    FollowingActivities(KnownActivities activities, Intake intake) {
        this.activities = activities;
        this.intake = intake;
    }

    @Override
    public String topic() {
        return "atrium.activities";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            return; // An activity is cancelled, never erased; its recordings keep its name.
        }
        Activity activity = EventReading.read(event.payload(), Activity.class);
        if (activity.isSeries()) {
            return; // Nothing of it takes place that could be recorded.
        }
        KnownActivity known = activity.known();
        intake.take("activity", event.key(), activity.revision(), () -> activities.keep(known));
    }

    /** Of the contract {@code activity} what is used here. */
    private record Activity(
            @Nullable UUID id,
            long revision,
            @Nullable String slug,
            @Nullable String kind,
            @Nullable String language,
            @Nullable Map<String, String> title,
            @Nullable List<Session> sessions) {

        boolean isSeries() {
            return "SERIES".equals(kind);
        }

        KnownActivity known() {
            return new KnownActivity(
                    required(id, "id"),
                    required(slug, "slug"),
                    required(language, "language"),
                    required(title, "title"),
                    required(sessions, "sessions").stream()
                            .map(session -> required(session.id(), "a session's id"))
                            .toList(),
                    required(sessions, "sessions").stream()
                            .flatMap(session -> session.slot().stream())
                            .toList());
        }
    }

    private record Session(
            @Nullable UUID id,
            @Nullable String status,
            @Nullable Map<String, String> title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {

        Optional<Slot> slot() {
            return id == null || title == null || startsAt == null || endsAt == null
                    ? Optional.empty()
                    : Optional.of(new Slot(id, title, startsAt, endsAt, "CANCELLED".equals(status)));
        }
    }
}

package museum.atrium.recording.announcing;

import java.time.Instant;
import java.util.UUID;
import museum.atrium.outbox.Outbox;
import museum.atrium.outbox.OutgoingEvent;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the contract's event into the outbox: it goes out if the caller's transaction commits, and only then. */
@Component
public class Announcements {

    static final String TOPIC = "atrium.recordings";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Outbox outbox;
    private final KnownActivities activities;

    Announcements(Outbox outbox, KnownActivities activities) {
        this.outbox = outbox;
        this.activities = activities;
    }

    public void published(Recording recording) {
        announce("museum.atrium.recording.published.v1", recording);
    }

    public void updated(Recording recording) {
        announce("museum.atrium.recording.updated.v1", recording);
    }

    public void retracted(Recording recording) {
        announce("museum.atrium.recording.retracted.v1", recording);
    }

    private void announce(String type, Recording recording) {
        String slug =
                activities.find(recording.activity()).map(KnownActivity::slug).orElseThrow();
        RecordingEvent event = new RecordingEvent(
                recording.id().value(),
                recording.revision(),
                recording.activity(),
                recording.session(),
                recording.state(),
                recording.title(),
                recording.language(),
                recording.access(),
                recording.publishedAt(),
                recording.availableUntil(),
                "/watch/" + slug);
        outbox.add(new OutgoingEvent(TOPIC, recording.id().toString(), type, JSON.writeValueAsString(event)));
    }

    /** The contract {@code recording}. */
    private record RecordingEvent(
            UUID id,
            long revision,
            UUID activity,
            @Nullable UUID session,
            RecordingState state,
            String title,
            String language,
            AccessPolicy access,
            @Nullable Instant publishedAt,
            @Nullable Instant availableUntil,
            String watchPath) {}
}

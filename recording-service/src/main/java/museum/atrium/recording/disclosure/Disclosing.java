package museum.atrium.recording.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.access.WatchRight;
import museum.atrium.recording.audience.EventReading;
import museum.atrium.recording.audience.ExportAnswers;
import museum.atrium.recording.audience.KnownRegistration;
import museum.atrium.recording.audience.KnownRegistrations;
import museum.atrium.recording.catalogue.AccessPolicy;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is held of a registration at that moment; of one that is not known, that there is nothing. */
@Component
class Disclosing {

    /** As many as an event can hold. */
    private static final int MOST_RECORDINGS = 300;

    private final KnownRegistrations registrations;
    private final Recordings recordings;
    private final WatchRight right;
    private final ExportAnswers answers;
    private final Clock clock;

    Disclosing(
            KnownRegistrations registrations,
            Recordings recordings,
            WatchRight right,
            ExportAnswers answers,
            Clock clock) {
        this.registrations = registrations;
        this.recordings = recordings;
        this.right = right;
        this.answers = answers;
        this.clock = clock;
    }

    /** The contract {@code exportInRecording}. */
    private record Answer(UUID registration, UUID export, Instant answeredAt, Held held) {}

    private record Held(@Nullable HeldRegistration registration, List<Watchable> recordings) {}

    private record HeldRegistration(
            UUID activity,
            String status,
            int linkVersion,
            @Nullable List<UUID> sessions,
            List<UUID> attended) {}

    private record Watchable(UUID id, @Nullable UUID session, String title, AccessPolicy access) {}

    void answer(UUID registration, long revision, UUID export) {
        answers.answer(
                registration,
                revision,
                () -> EventReading.write(new Answer(registration, export, clock.instant(), held(registration))));
    }

    private Held held(UUID id) {
        Optional<KnownRegistration> known = registrations.find(id);
        return new Held(
                known.map(registration ->
                                held(registration, registrations.statusOf(id).orElseThrow()))
                        .orElse(null),
                known.map(this::watchable).orElse(List.of()));
    }

    private static HeldRegistration held(KnownRegistration registration, String status) {
        return new HeldRegistration(
                registration.activity(),
                status,
                registration.linkVersion(),
                registration.sessions(),
                registration.attended());
    }

    private List<Watchable> watchable(KnownRegistration registration) {
        Viewer holder = new Viewer.Registered(registration.id(), registration.linkVersion());
        return recordings.published(registration.activity()).stream()
                .filter(recording -> right.mayWatch(recording, holder))
                .limit(MOST_RECORDINGS)
                .map(Disclosing::watchable)
                .toList();
    }

    private static Watchable watchable(Recording recording) {
        return new Watchable(recording.id().value(), recording.session(), recording.title(), recording.access());
    }
}

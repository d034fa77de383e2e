package museum.atrium.recording.access;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import museum.atrium.recording.access.Viewer.Anyone;
import museum.atrium.recording.access.Viewer.Previewing;
import museum.atrium.recording.access.Viewer.Registered;
import museum.atrium.recording.audience.KnownRegistration;
import museum.atrium.recording.audience.KnownRegistrations;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import org.springframework.stereotype.Component;

/** The one check: the page asks it for what it shows, and every request for bytes asks it again. */
@Component
public class WatchRight {

    private final KnownRegistrations registrations;
    private final Clock clock;

    WatchRight(KnownRegistrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    public boolean mayWatch(Recording recording, Viewer viewer) {
        if (recording.isOver(clock.instant())) {
            return false;
        }
        if (viewer instanceof Previewing(RecordingId shown)) {
            return shown.equals(recording.id()) && recording.canBeShown();
        }
        return recording.state() == RecordingState.PUBLISHED
                && switch (recording.access()) {
                    case PUBLIC -> true;
                    case REGISTRANTS ->
                        holds(recording, viewer, registration -> registration.isFor(recording.session()));
                    case ATTENDEES ->
                        holds(recording, viewer, registration -> registration.attended(recording.session()));
                };
    }

    /** Whether it is somebody's who is registered for that activity, by a link that is still theirs. */
    public boolean isRegistered(UUID activity, Viewer viewer) {
        return registration(activity, viewer).isPresent();
    }

    private boolean holds(Recording recording, Viewer viewer, Predicate<KnownRegistration> further) {
        return registration(recording.activity(), viewer).filter(further).isPresent();
    }

    private Optional<KnownRegistration> registration(UUID activity, Viewer viewer) {
        return switch (viewer) {
            case Anyone anyone -> Optional.empty();
            case Previewing previewing -> Optional.empty();
            case Registered(var id, int linkVersion) ->
                registrations
                        .find(id)
                        .filter(KnownRegistration::confirmed)
                        .filter(registration -> registration.linkVersion() == linkVersion)
                        .filter(registration -> registration.activity().equals(activity));
        };
    }
}

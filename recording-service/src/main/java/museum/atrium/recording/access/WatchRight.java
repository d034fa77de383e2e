package museum.atrium.recording.access;

import java.util.function.Predicate;
import museum.atrium.recording.access.Viewer.Anyone;
import museum.atrium.recording.access.Viewer.Registered;
import museum.atrium.recording.audience.KnownRegistration;
import museum.atrium.recording.audience.KnownRegistrations;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import org.springframework.stereotype.Component;

/** The one check: the page asks it for what it shows, and every request for bytes asks it again. */
@Component
public class WatchRight {

    private final KnownRegistrations registrations;

    WatchRight(KnownRegistrations registrations) {
        this.registrations = registrations;
    }

    public boolean mayWatch(Recording recording, Viewer viewer) {
        return recording.state() == RecordingState.PUBLISHED
                && switch (recording.access()) {
                    case PUBLIC -> true;
                    case REGISTRANTS ->
                        holds(recording, viewer, registration -> registration.isFor(recording.session()));
                    case ATTENDEES ->
                        holds(recording, viewer, registration -> registration.attended(recording.session()));
                };
    }

    private boolean holds(Recording recording, Viewer viewer, Predicate<KnownRegistration> further) {
        return switch (viewer) {
            case Anyone anyone -> false;
            case Registered(var id, int linkVersion) ->
                registrations
                        .find(id)
                        .filter(KnownRegistration::confirmed)
                        .filter(registration -> registration.linkVersion() == linkVersion)
                        .filter(registration -> registration.activity().equals(recording.activity()))
                        .filter(further)
                        .isPresent();
        };
    }
}

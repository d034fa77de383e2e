package museum.atrium.recording.audience;

import static museum.atrium.recording.audience.EventReading.required;

import java.util.List;
import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps of every registration what it opens. It may be read before its activity: nothing here asks for that. */
@Component
class FollowingRegistrations implements EventHandler {

    /** A tombstone has no revision. A registration's id is never used again, so nothing that is read later is newer. */
    static final long ERASED = Long.MAX_VALUE;

    private final KnownRegistrations registrations;
    private final ExportAnswers exports;
    private final Intake intake;

    FollowingRegistrations(KnownRegistrations registrations, ExportAnswers exports, Intake intake) {
        this.registrations = registrations;
        this.exports = exports;
        this.intake = intake;
    }

    @Override
    public String topic() {
        return "atrium.registrations";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            UUID erased = EventReading.id(event.key());
            intake.take("registration", erased.toString(), ERASED, () -> {
                registrations.forget(erased);
                exports.forget(erased);
            });
            return;
        }
        Registration registration = EventReading.read(event.payload(), Registration.class);
        KnownRegistration known = registration.known();
        String status = required(registration.status(), "status");
        intake.take(
                "registration",
                known.id().toString(),
                registration.revision(),
                () -> registrations.keep(known, status));
    }

    /** Of the contract {@code registration} what is used here. */
    private record Registration(
            @Nullable UUID id,
            long revision,
            @Nullable UUID activity,
            @Nullable String status,
            @Nullable List<UUID> sessions,
            int linkVersion,
            @Nullable List<UUID> attended) {

        KnownRegistration known() {
            return new KnownRegistration(
                    required(id, "id"),
                    required(activity, "activity"),
                    "CONFIRMED".equals(status),
                    linkVersion,
                    sessions,
                    required(attended, "attended"));
        }
    }
}

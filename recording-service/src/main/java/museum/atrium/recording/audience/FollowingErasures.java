package museum.atrium.recording.audience;

import static museum.atrium.recording.audience.EventReading.required;

import java.util.List;
import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forgets what is to be erased everywhere, and says so. */
@Component
class FollowingErasures implements EventHandler {

    private final ErasingRegistrations erasing;

    FollowingErasures(ErasingRegistrations erasing) {
        this.erasing = erasing;
    }

    @Override
    public String topic() {
        return "atrium.erasures";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            throw new NotUnderstandable("The payload is null");
        }
        Erasure asked = EventReading.read(event.payload(), Erasure.class);
        erasing.erase(
                required(asked.id(), "id"),
                required(asked.erasure(), "erasure"),
                required(asked.registrations(), "registrations"));
    }

    /** Of the contract {@code erasure} what is used here. */
    private record Erasure(
            @Nullable UUID id,
            @Nullable UUID erasure,
            @Nullable List<UUID> registrations) {}
}

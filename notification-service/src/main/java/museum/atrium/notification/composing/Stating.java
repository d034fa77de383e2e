package museum.atrium.notification.composing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a registration stands, in one sentence. */
record Stating(Draft draft) {

    String state(RegistrationInfo registration, ActivityInfo activity) {
        @Nullable Instant answerBy = registration.answerBy();
        String until = answerBy == null ? "" : draft.times().moment(answerBy, draft.zone());
        return draft.wording().say(key(registration, activity), Map.of("until", until));
    }

    private String key(RegistrationInfo registration, ActivityInfo activity) {
        return switch (registration.standing()) {
            case CONFIRMED -> registration.isSpeakers() ? "state.speaking" : "state.place";
            case INVITED -> "state.invited";
            case WAITLISTED -> registration.isOffered(draft.now()) ? "state.offered" : "state.waiting";
            case REQUESTED -> "state.requested";
            case INTERESTED -> activity.isSeries() ? "state.subscribed" : "state.interested";
            case UNPROVED -> registration.isAnswerable(draft.now()) ? "state.unproved" : "state.page";
            case CANCELLED, OTHER -> "state.page";
        };
    }
}

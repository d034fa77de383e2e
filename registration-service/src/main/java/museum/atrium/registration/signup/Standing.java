package museum.atrium.registration.signup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a registration stands. */
public sealed interface Standing {

    /** What a pending registration waits for. */
    enum PendingFor {
        ADDRESS,
        APPROVAL
    }

    /** The address is to be confirmed by its owner; what nobody confirms until then is erased. */
    record AwaitingAddress(Instant until) implements Standing {}

    record AwaitingApproval() implements Standing {}

    record Interested() implements Standing {}

    record Confirmed(Instant at) implements Standing {}

    /**
     * @param place the number drawn on joining the waitlist
     * @param offeredUntil a free place is held for so long; null: there is none
     */
    record Waiting(long place, @Nullable Instant offeredUntil) implements Standing {}

    record Cancelled() implements Standing {}

    default RegistrationStatus status() {
        return switch (this) {
            case AwaitingAddress pending -> RegistrationStatus.PENDING;
            case AwaitingApproval pending -> RegistrationStatus.PENDING;
            case Interested interested -> RegistrationStatus.INTERESTED;
            case Confirmed confirmed -> RegistrationStatus.CONFIRMED;
            case Waiting waiting -> RegistrationStatus.WAITLISTED;
            case Cancelled cancelled -> RegistrationStatus.CANCELLED;
        };
    }

    default boolean holdsPlace() {
        return this instanceof Confirmed || answerBy() != null && this instanceof Waiting;
    }

    default @Nullable PendingFor pendingFor() {
        return switch (this) {
            case AwaitingAddress pending -> PendingFor.ADDRESS;
            case AwaitingApproval pending -> PendingFor.APPROVAL;
            case Interested interested -> null;
            case Confirmed confirmed -> null;
            case Waiting waiting -> null;
            case Cancelled cancelled -> null;
        };
    }

    /** Until when the person must answer, where an answer is asked for. */
    default @Nullable Instant answerBy() {
        return switch (this) {
            case AwaitingAddress pending -> pending.until();
            case Waiting waiting -> waiting.offeredUntil();
            case AwaitingApproval pending -> null;
            case Interested interested -> null;
            case Confirmed confirmed -> null;
            case Cancelled cancelled -> null;
        };
    }

    default @Nullable Instant confirmedAt() {
        return this instanceof Confirmed confirmed ? confirmed.at() : null;
    }

    default @Nullable Long placeInLine() {
        return this instanceof Waiting waiting ? waiting.place() : null;
    }
}

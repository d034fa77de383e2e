package museum.atrium.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import museum.atrium.notification.composing.CalendarMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a mail is still true at the moment of sending. */
@Component
class Relevance {

    private final Clock clock;

    Relevance(Clock clock) {
        this.clock = clock;
    }

    /** Why the mail must not go, if it must not. */
    Optional<String> objection(Case subject) {
        return Optional.ofNullable(subject.person().contact() == null ? "no address is known" : ofKind(subject));
    }

    private @Nullable String ofKind(Case subject) {
        return switch (subject.delivery().kind()) {
            case CONFIRMATION -> first(newer(subject, "confirmed"), activityCancelled(subject), notConfirmed(subject));
            case PROMOTION -> first(newer(subject, "promoted"), activityCancelled(subject), notConfirmed(subject));
            case WAITLISTED -> first(newer(subject, "waitlisted"), activityCancelled(subject), notWaiting(subject));
            case CHANGED ->
                first(
                        newer(subject, "changed"),
                        activityCancelled(subject),
                        notConcerned(subject),
                        toldInFull(subject));
            case ALREADY_REGISTERED ->
                first(
                        newer(subject, "repeated"),
                        activityCancelled(subject),
                        notConcerned(subject),
                        toldInFull(subject));
            // Always goes, unless the participant has come back and it would take the new place away.
            case CANCELLATION -> first(newer(subject, "cancelled"), notCancelled(subject));
            case REMINDER ->
                first(
                        activityCancelled(subject),
                        confirmedTooLate(subject),
                        notChosen(subject),
                        sessionChanged(subject),
                        expired(subject));
            case SESSION_RESCHEDULED ->
                first(
                        activityCancelled(subject),
                        notConcerned(subject),
                        notChosen(subject),
                        sessionChanged(subject),
                        expired(subject),
                        timesTold(subject));
            case SESSION_CANCELLED ->
                first(
                        activityCancelled(subject),
                        notConcerned(subject),
                        notChosen(subject),
                        takesPlaceAfterAll(subject));
            case ACTIVITY_CANCELLED ->
                first(notConcerned(subject), subject.activity().cancelled() ? null : "the activity is not cancelled");
            case RECORDING_AVAILABLE -> first(confirmedTooLate(subject), notOpenTo(subject));
        };
    }

    private static @Nullable String first(@Nullable String... objections) {
        return Arrays.stream(objections).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String newer(Case subject, String occasion) {
        long last = subject.person().occasions().getOrDefault(occasion, 0L);
        return last > subject.delivery().revision() ? "it happened again since" : null;
    }

    private static @Nullable String activityCancelled(Case subject) {
        return subject.activity().cancelled() ? "the activity is cancelled" : null;
    }

    private static @Nullable String notConfirmed(Case subject) {
        return subject.person().standing() == Standing.CONFIRMED ? null : "the registration is not confirmed";
    }

    private static @Nullable String notWaiting(Case subject) {
        return subject.person().standing() == Standing.WAITLISTED ? null : "the registration is not waitlisted";
    }

    private static @Nullable String notCancelled(Case subject) {
        return subject.person().standing() == Standing.CANCELLED ? null : "the registration is not cancelled";
    }

    private static @Nullable String notConcerned(Case subject) {
        return subject.person().standing().concerned() ? null : "the registration is neither confirmed nor waitlisted";
    }

    private static @Nullable String toldInFull(Case subject) {
        return subject.memory().otherToldAll(subject.delivery()) ? "already told by another mail" : null;
    }

    private static @Nullable String confirmedTooLate(Case subject) {
        Case.Cause cause = subject.cause();
        return cause == null || subject.person().wasConfirmedBy(cause.cutOff())
                ? null
                : "the registration is not confirmed, or was confirmed later";
    }

    private static @Nullable String notChosen(Case subject) {
        return subject.session()
                        .filter(session -> subject.person().chose(session.id()))
                        .isPresent()
                ? null
                : "the session is not among those chosen";
    }

    private static @Nullable String sessionChanged(Case subject) {
        return subject.session()
                        .filter(session ->
                                session.revision() == subject.delivery().revision() && !session.cancelled())
                        .isPresent()
                ? null
                : "the session has changed since";
    }

    private @Nullable String expired(Case subject) {
        Instant expiresAt = subject.delivery().expiresAt();
        return expiresAt == null || clock.instant().isBefore(expiresAt) ? null : "too late to be of use";
    }

    private static @Nullable String timesTold(Case subject) {
        return subject.session()
                        .flatMap(session -> subject.memory()
                                .of(session.id())
                                .filter(told -> told.slot().equals(session.slot()))
                                .filter(told -> told.by() != subject.delivery().id())
                                .filter(told ->
                                        !subject.hasPlaceIn(session) || told.method() == CalendarMethod.REQUEST))
                        .isPresent()
                ? "already told by another mail"
                : null;
    }

    private static @Nullable String takesPlaceAfterAll(Case subject) {
        return subject.session().filter(LiveSession::cancelled).isPresent()
                ? null
                : "the session takes place after all";
    }

    private static @Nullable String notOpenTo(Case subject) {
        return subject.recording()
                .map(recording -> !recording.published()
                        ? "the recording is not published"
                        : recording.isFor(subject.person()) ? null : "the recording is not open to this participant")
                .orElse(null);
    }
}

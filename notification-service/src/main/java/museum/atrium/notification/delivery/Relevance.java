package museum.atrium.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import museum.atrium.notification.composing.CalendarMethod;
import museum.atrium.notification.composing.MailKind;
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
        if (subject.person().contact() == null) {
            return Optional.of("no address is known");
        }
        Objections of = new Objections(subject, clock.instant());
        return Optional.ofNullable(first(of.suppressed(), of.unproved(), of.unwanted(), ofKind(subject, of)));
    }

    /** Whether it can neither go nor be dropped yet, and is not too late either. */
    boolean mustWait(Case subject) {
        return (subject.person().awaitsOtherHalf() || awaitsNetwork(subject) || awaitsOther(subject))
                && expired(subject) == null;
    }

    /** It would go out in the wrong name. */
    private static boolean awaitsNetwork(Case subject) {
        return subject.activity().awaitsNetwork()
                && subject.delivery().kind() != MailKind.LINKS
                && subject.person().contact() != null;
    }

    /** Whether it is needed at all is known when that one is through, or is not. */
    private static boolean awaitsOther(Case subject) {
        return otherTelling(subject) == AlsoTold.Progress.ON_ITS_WAY;
    }

    private static @Nullable String toldWithAnother(Case subject, String reason) {
        return otherTelling(subject) == AlsoTold.Progress.SENT ? reason : null;
    }

    private static AlsoTold.@Nullable Progress otherTelling(Case subject) {
        return subject.delivery().kind().gathers()
                ? subject.memory().otherTelling(subject.delivery()).orElse(null)
                : null;
    }

    private @Nullable String ofKind(Case subject, Objections of) {
        return switch (subject.delivery().kind()) {
            case OPT_IN -> first(of.newer("optIn"), activityCancelled(subject), of.notUnproved(), of.notToBeAnswered());
            case APPROVAL_REQUESTED -> first(of.newer("requested"), activityCancelled(subject), of.notRequested());
            case DECLINED -> first(of.newer("declined"), of.notEndedBy("declined"));
            case OFFER -> first(of.newer("offered"), activityCancelled(subject), of.notWaiting(), of.notToBeAnswered());
            case OFFER_LAPSED -> first(of.newer("lapsed"), activityCancelled(subject), of.notEndedBy("lapsed"));
            case INTEREST_NOTED ->
                first(of.newer("interested"), activityCancelled(subject), of.notInterested(), of.dated());
            case NOW_DATED -> first(activityCancelled(subject), of.notInterested(), of.notDated());
            case SUBSCRIBED -> first(of.newer("interested"), of.notSubscribed());
            case NEW_IN_SERIES ->
                first(
                        of.notSubscribed(),
                        toldWithAnother(subject, "told with what else is new in the series"),
                        of.noNews());
            case CONFIRMATION -> first(of.newer("confirmed"), activityCancelled(subject), of.notConfirmed());
            case PROMOTION -> first(of.newer("promoted"), activityCancelled(subject), of.notConfirmed());
            case WAITLISTED -> first(of.newer("waitlisted"), activityCancelled(subject), of.notWaiting(), of.offered());
            case CHANGED -> first(of.newer("changed"), activityCancelled(subject), of.notOpen(), of.toldInFull());
            case ALREADY_REGISTERED ->
                first(of.newer("repeated"), activityCancelled(subject), of.notOpen(), of.toldInFull());
            // Always goes, unless the participant has come back and it would take the new place away.
            case CANCELLATION -> first(of.newer("cancelled"), of.notEndedBy("cancelled"));
            case TRANSFER_OFFERED ->
                first(of.newer("transferOffered"), activityCancelled(subject), of.notUnproved(), of.notToBeAnswered());
            case TRANSFERRED -> first(of.newer("transferred"), of.notEndedBy("transferred"));
            case ADDRESS_PROVING ->
                first(of.newer("addressProving"), activityCancelled(subject), of.notUnproved(), of.notToBeAnswered());
            case ADDRESS_ASKED -> first(of.newer("addressAsked"), of.addressChanged(), of.notOpen());
            case ADDRESS_CHANGED -> first(of.newer("addressChanged"), activityCancelled(subject), of.over());
            case LINKS -> first(of.newer("linksAsked"), of.nothingHeld());
            case SPEAKER_INVITED -> first(of.newer("speakerInvited"), activityCancelled(subject), of.notInvited());
            case SPEAKER_ACCEPTED -> first(of.newer("speakerAccepted"), activityCancelled(subject), of.notConfirmed());
            case SPEAKER_DECLINED -> first(of.newer("speakerDeclined"), of.notEndedBy("speakerDeclined"));
            case SPEAKER_WITHDRAWN -> first(of.newer("speakerWithdrawn"), of.notEndedBy("speakerWithdrawn"));
            case REMINDER ->
                first(
                        activityCancelled(subject),
                        of.confirmedTooLate(),
                        notChosen(subject),
                        sessionChanged(subject),
                        expired(subject),
                        toldWithAnother(subject, "told with the reminder of an earlier session"));
            case SESSION_RESCHEDULED ->
                first(
                        activityCancelled(subject),
                        of.notInLine(),
                        notChosen(subject),
                        sessionChanged(subject),
                        expired(subject),
                        timesTold(subject));
            case SESSION_CANCELLED ->
                first(activityCancelled(subject), of.notInLine(), notChosen(subject), takesPlaceAfterAll(subject));
            case ACTIVITY_CANCELLED ->
                first(of.notOpen(), subject.activity().cancelled() ? null : "the activity is not cancelled");
            // Also of a cancelled activity: that may be what the organiser writes about.
            case MESSAGE -> of.notOpen();
            case CERTIFICATE_READY ->
                first(of.newer("certified"), of.notConfirmed(), of.certificateRevoked(), of.muted("certificate"));
            case FOLLOW_UP ->
                first(
                        activityCancelled(subject),
                        of.confirmedTooLate(),
                        of.nothingTookPlace(),
                        of.muted(subject.person().came() ? "afterAttending" : "afterMissing"),
                        expired(subject));
            case RECORDING_AVAILABLE ->
                first(
                        of.confirmedTooLate(),
                        notOpenTo(subject),
                        of.muted("recording"),
                        toldWithAnother(subject, "told with another recording"));
        };
    }

    private static @Nullable String first(@Nullable String... objections) {
        return Arrays.stream(objections).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable String activityCancelled(Case subject) {
        return subject.activity().cancelled() ? "the activity is cancelled" : null;
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
                                .filter(told -> told.slot().isAtTimesOf(session.slot()))
                                .filter(told -> told.by() != subject.delivery().id())
                                .filter(told ->
                                        !subject.belongsInCalendar(session) || told.method() == CalendarMethod.REQUEST))
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

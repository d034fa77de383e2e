package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.composing.Topic;
import org.jspecify.annotations.Nullable;

/** What a registration's own state may have against a mail; null where it has nothing. */
record Objections(Case subject, Instant now) {

    /** What asks for a proof of the address. */
    private static final List<String> QUESTIONS = List.of("optIn", "transferOffered", "addressProving");

    /** What can only have happened to a registration whose address was proved, where that was asked for. */
    private static final List<String> PROOFS =
            List.of("requested", "interested", "waitlisted", "confirmed", "addressChanged");

    /** The questions themselves, what the owner of the address asked for, and what follows a proof of it. */
    private static final Set<MailKind> WITHOUT_PROOF = EnumSet.of(
            MailKind.OPT_IN,
            MailKind.TRANSFER_OFFERED,
            MailKind.ADDRESS_PROVING,
            MailKind.ADDRESS_CHANGED,
            MailKind.LINKS);

    @Nullable String suppressed() {
        return subject.person().suppressed() ? "nothing is sent to the address any more" : null;
    }

    @Nullable String unwanted() {
        Topic topic = subject.delivery().kind().topic();
        return topic != null && subject.person().unwanted().contains(topic) ? "unsubscribed" : null;
    }

    /** To an address that nobody has proved goes the question whose it is, and nothing else, also not its end. */
    @Nullable String unproved() {
        boolean neverProved = QUESTIONS.stream().anyMatch(question -> at(question) > 0)
                && PROOFS.stream().allMatch(proof -> at(proof) == 0);
        boolean needsProof = !WITHOUT_PROOF.contains(subject.delivery().kind());
        return needsProof && (is(Standing.UNPROVED) || neverProved) ? "the address is not confirmed" : null;
    }

    @Nullable String newer(String occasion) {
        return at(occasion) > subject.delivery().revision() ? "it happened again since" : null;
    }

    @Nullable String notUnproved() {
        return is(Standing.UNPROVED) ? null : "the registration does not wait for its address";
    }

    @Nullable String notRequested() {
        return is(Standing.REQUESTED) ? null : "the registration does not wait for approval";
    }

    @Nullable String notInvited() {
        return is(Standing.INVITED) ? null : "the invitation is answered or withdrawn";
    }

    @Nullable String notInterested() {
        return is(Standing.INTERESTED) ? null : "the registration does not wait for dates";
    }

    @Nullable String notSubscribed() {
        return is(Standing.INTERESTED) ? null : "the subscription has ended";
    }

    /** What was new in the series, and may not be worth telling any more. */
    @Nullable String noNews() {
        News news = subject.news();
        return news == null
                ? "the activity is cancelled"
                : news.objection(subject.person().activity(), now);
    }

    @Nullable String notConfirmed() {
        return is(Standing.CONFIRMED) ? null : "the registration is not confirmed";
    }

    @Nullable String notWaiting() {
        return is(Standing.WAITLISTED) ? null : "the registration is not waitlisted";
    }

    @Nullable String notInLine() {
        return subject.person().standing().inLine()
                ? null
                : "the registration is neither confirmed nor waitlisted, and not asked to speak";
    }

    @Nullable String notOpen() {
        return subject.person().standing().open() ? null : "the registration is over";
    }

    /** As the one before, but for who is asked to prove the address. */
    @Nullable String over() {
        return is(Standing.UNPROVED) ? null : notOpen();
    }

    /** What was meant for the address of then is nothing for another one. */
    @Nullable String addressChanged() {
        return at("addressChanged") > subject.delivery().revision() ? "the address has changed since" : null;
    }

    @Nullable String nothingHeld() {
        return subject.held().isEmpty() ? "the address has no registration any more" : null;
    }

    /** It has ended, and this was how. */
    @Nullable String notEndedBy(String occasion) {
        if (!is(Standing.CANCELLED)) {
            return "the registration is not cancelled";
        }
        return subject.person().endedAt() > at(occasion) ? "it has ended otherwise since" : null;
    }

    @Nullable String offered() {
        return subject.person().answerBy() == null ? null : "a place is offered by now";
    }

    @Nullable String notToBeAnswered() {
        Instant answerBy = subject.person().answerBy();
        if (answerBy == null) {
            return "no answer is asked for any more";
        }
        return now.isBefore(answerBy) ? null : "too late to be of use";
    }

    @Nullable String dated() {
        return subject.toCome(now).findAny().isPresent() ? "the dates are known by now" : null;
    }

    @Nullable String notDated() {
        return subject.toCome(now).findAny().isPresent() ? null : "the dates are not known any more, or are over";
    }

    @Nullable String toldInFull() {
        return subject.memory().otherToldAll(subject.delivery()) ? "already told by another mail" : null;
    }

    @Nullable String confirmedTooLate() {
        Case.Cause cause = subject.cause();
        return cause == null || subject.person().wasConfirmedBy(cause.cutOff())
                ? null
                : "the registration is not confirmed, or was confirmed later";
    }

    /** @param mail its name in the events of activities */
    @Nullable String muted(String mail) {
        return subject.activity().wishes().muted().contains(mail) ? "the organiser does not want it sent" : null;
    }

    /** Nobody can have come, or failed to. */
    @Nullable String nothingTookPlace() {
        boolean tookPlace = subject.activity().sessions().stream()
                .anyMatch(session -> !session.cancelled()
                        && !session.manner().selfPaced()
                        && subject.person().chose(session.id()));
        return tookPlace ? null : "no live session of those chosen took place";
    }

    /** What has replaced it is told by a mail of its own. */
    @Nullable String certificateRevoked() {
        return at("certificateRevoked") > at("certified") ? "the certificate is revoked" : null;
    }

    private boolean is(Standing standing) {
        return subject.person().standing() == standing;
    }

    private long at(String occasion) {
        return subject.person().at(occasion);
    }
}

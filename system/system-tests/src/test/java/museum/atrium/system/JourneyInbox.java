package museum.atrium.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.system.mail.Invitation;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.surface.Person;

/** What one person found in the inbox on the way. */
record JourneyInbox(Person person, List<ReceivedMail> mails, Instant startsAt) {

    /** Whether a mail may come twice with the same Message-ID, as it may when its sender died. */
    enum Repeats {
        NONE {
            @Override
            List<ReceivedMail> of(List<ReceivedMail> mails) {
                return mails;
            }
        },
        WITH_THE_SAME_MESSAGE_ID {
            @Override
            List<ReceivedMail> of(List<ReceivedMail> mails) {
                Map<String, ReceivedMail> distinct = new LinkedHashMap<>();
                mails.forEach(mail -> distinct.putIfAbsent(mail.messageId(), mail));
                return List.copyOf(distinct.values());
            }
        };

        abstract List<ReceivedMail> of(List<ReceivedMail> mails);
    }

    void holdsExactly(MailKind... kinds) {
        assertThat(mails).as(this::whose).extracting(ReceivedMail::kind).containsExactlyInAnyOrder(kinds);
    }

    JourneyInbox holdsLatest(MailKind kind) {
        assertThat(mails).as(this::whose).isNotEmpty();
        assertThat(mails.getLast().kind()).as(this::whose).isEqualTo(kind);
        return this;
    }

    void holdsOnce(MailKind kind) {
        assertThat(only(kind)).as(this::whose).hasSize(1);
    }

    void holdsNone(MailKind kind) {
        assertThat(only(kind)).as(this::whose).isEmpty();
    }

    /** The latest invitation is for the time at which the session now starts. */
    void invitesToTheSession() {
        assertThat(latestEntry().startsAt()).as(this::whose).isEqualTo(startsAt);
        assertThat(latestEntry().attendees()).as(this::whose).containsExactly("mailto:" + person.email());
    }

    void holdsAnUpdateOfTheSameCalendarEntry() {
        List<ReceivedMail> invitations = only(MailKind.INVITATION);
        assertThat(invitations).as(this::whose).hasSize(2);
        Invitation.Entry before = entry(invitations.getFirst());
        Invitation.Entry after = entry(invitations.getLast());
        assertThat(after.uid()).isEqualTo(before.uid());
        assertThat(after.sequence()).isGreaterThan(before.sequence());
    }

    void takesTheSessionOutOfTheCalendar() {
        Invitation.Entry invited = entry(only(MailKind.INVITATION).getLast());
        Invitation.Entry cancelled = entry(only(MailKind.CANCELLATION).getFirst());
        assertThat(cancelled.uid()).isEqualTo(invited.uid());
        assertThat(cancelled.sequence()).isGreaterThan(invited.sequence());
        assertThat(cancelled.attendees()).containsExactly("mailto:" + person.email());
    }

    Instant firstArrival(MailKind kind) {
        return only(kind).getFirst().sentAt();
    }

    String joinLink() {
        return only(MailKind.REMINDER)
                .getFirst()
                .joinLink()
                .orElseThrow(() -> new AssertionError("the reminder has no link into the live room"));
    }

    String watchLink() {
        return only(MailKind.RECORDING)
                .getFirst()
                .watchLink()
                .orElseThrow(() -> new AssertionError("the mail about the recording has no link"));
    }

    private Invitation.Entry latestEntry() {
        return entry(only(MailKind.INVITATION).getLast());
    }

    private static Invitation.Entry entry(ReceivedMail mail) {
        return mail.invitation().orElseThrow().only();
    }

    private List<ReceivedMail> only(MailKind kind) {
        return mails.stream().filter(mail -> mail.kind() == kind).toList();
    }

    private String whose() {
        return "%s (%s): %s".formatted(person.email(), person.locale(), mails);
    }
}

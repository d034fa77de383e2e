package museum.atrium.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationTest {

    private static final Letters SAMPLE = Letters.sample();

    @Test
    void theEntryIsInlineAsLastAlternativeAndAttachedWithTheSameBytes() {
        List<Mail.Piece> calendars = SAMPLE.mail(MailKind.CONFIRMATION).calendars();

        assertThat(calendars).hasSize(2);
        Mail.Piece inline = calendars.getFirst();
        Mail.Piece attached = calendars.getLast();
        assertThat(inline.type()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(inline.disposition()).isEqualTo("null");
        assertThat(attached.type()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST; name=\"invite.ics\"");
        assertThat(attached.disposition()).isEqualTo("attachment");
        assertThat(attached.fileName()).isEqualTo("invite.ics");
        assertThat(attached.content()).isEqualTo(inline.content());
    }

    @ParameterizedTest
    @EnumSource(
            value = MailKind.class,
            names = {"CONFIRMATION", "CANCELLATION"})
    void theEntryIsValidAndItsMethodIsTheOneOfItsPart(MailKind kind) {
        Mail.Piece piece = SAMPLE.mail(kind).calendars().getFirst();
        Calendar calendar = piece.calendar();

        assertThat(calendar.validate().hasErrors()).isFalse();
        assertThat(piece.type()).endsWith("method=" + property(calendar, "METHOD"));
        assertThat(event(calendar)
                        .validate(calendar.<net.fortuna.ical4j.model.property.Method>getRequiredProperty("METHOD"))
                        .hasErrors())
                .isFalse();
    }

    @Test
    void aRequestSaysWhatWhenAndHowToJoin() {
        Calendar calendar = calendar(SAMPLE.in("fr"), MailKind.CONFIRMATION);
        VEvent event = event(calendar);
        String join = Letters.joinLink(Letters.sessionId(1)).toString();

        assertThat(property(calendar, "METHOD")).isEqualTo("REQUEST");
        assertThat(value(event, "SUMMARY")).isEqualTo("Prendre soin des collections");
        assertThat(value(event, "DTSTART")).isEqualTo("20270301T140000Z");
        assertThat(value(event, "DTEND")).isEqualTo("20270301T153000Z");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20270201T090000Z");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "SEQUENCE")).isEqualTo("0");
        assertThat(value(event, "LOCATION")).isEqualTo(join);
        assertThat(value(event, "URL")).isEqualTo(join);
        assertThat(value(event, "DESCRIPTION")).contains(join);
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:programme@example.org");
    }

    @Test
    void theRecipientIsTheOnlyAttendeeAndNobodyIsAskedToReply() {
        List<Property> attendees =
                event(calendar(SAMPLE, MailKind.CONFIRMATION)).getProperties("ATTENDEE");

        assertThat(attendees).hasSize(1);
        assertThat(attendees.getFirst().getValue()).isEqualTo("mailto:mariana@example.org");
        assertThat(attendees.getFirst().getRequiredParameter("RSVP").getValue()).isEqualTo("FALSE");
    }

    @Test
    void anEntryNeverCarriesTheLinkThatManagesTheRegistration() {
        assertThat(ics(SAMPLE, MailKind.CONFIRMATION)).contains("/join/").doesNotContain("/registrations/");
    }

    @Test
    void updatesAndCancellationsNameTheSameEntryWithAHigherSequence() {
        VEvent first = event(calendar(SAMPLE, MailKind.CONFIRMATION));
        VEvent moved = event(calendar(SAMPLE, MailKind.SESSION_RESCHEDULED));
        Calendar cancelled = calendar(SAMPLE.in("de"), MailKind.CANCELLATION);

        assertThat(Stream.of(moved, event(cancelled)).map(event -> value(event, "UID")))
                .containsOnly(value(first, "UID"));
        assertThat(Stream.of(first, moved, event(cancelled)).map(event -> value(event, "SEQUENCE")))
                .containsExactly("0", "1", "2");
        assertThat(property(cancelled, "METHOD")).isEqualTo("CANCEL");
        assertThat(value(event(cancelled), "STATUS")).isEqualTo("CANCELLED");
        assertThat(value(event(cancelled), "ORGANIZER")).isEqualTo("mailto:programme@example.org");
        assertThat(event(cancelled).getProperties("ATTENDEE")).hasSize(1);
        assertThat(event(cancelled).getProperties("LOCATION")).isEmpty();
    }

    @Test
    void linesEndWithCrLfAndAreFoldedAt75Octets() {
        String title = "Préservation des collections – مجموعات المتاحف – 博物館の収蔵品 – "
                .repeat(6)
                .strip();
        Letters letters = SAMPLE.about("WEBINAR", Map.of("en", title), "en");
        byte[] bytes =
                letters.mail(MailKind.CONFIRMATION).calendars().getFirst().content();

        String ics = new String(bytes, StandardCharsets.UTF_8);
        assertThat(ics.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(ics.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(value(event(calendar(letters, MailKind.CONFIRMATION)), "SUMMARY"))
                .isEqualTo(title);
    }

    @Test
    void everySessionOfAConferenceIsAnObjectOfItsOwn() {
        Letters conference = SAMPLE.with(Letters.conference()).about("CONFERENCE", Map.of("en", "What’s Next?"), "en");
        Mail mail = conference.mail(MailKind.CONFIRMATION);

        assertThat(mail.structure())
                .isEqualTo("mixed(alternative(plain, html, calendar),"
                        + " calendar, calendar, calendar, calendar, calendar, calendar)");
        List<Mail.Piece> attached = mail.calendars().subList(1, mail.calendars().size());
        assertThat(attached.stream().map(Mail.Piece::fileName))
                .containsExactly(
                        "invite.ics", "invite-2.ics", "invite-3.ics", "invite-4.ics", "invite-5.ics", "invite-6.ics");
        assertThat(attached)
                .allSatisfy(piece -> assertThat(piece.calendar().getComponents(Component.VEVENT))
                        .hasSize(1));
        assertThat(attached.stream().map(piece -> value(event(piece.calendar()), "UID")))
                .doesNotHaveDuplicates();
        assertThat(value(event(attached.get(2).calendar()), "SUMMARY")).isEqualTo("What’s Next?: Session 3");
        assertThat(value(event(attached.get(2).calendar()), "LOCATION"))
                .isEqualTo(Letters.joinLink(Letters.sessionId(3)).toString());
        assertThat(mail.calendars().getFirst().content())
                .isEqualTo(attached.getFirst().content());
    }

    @Test
    void aChangeAddsAndRemovesInOneMail() {
        Letters conference = SAMPLE.with(Letters.conference()).about("CONFERENCE", Map.of("en", "What’s Next?"), "en");
        List<CalendarEntry> entries = List.of(
                new CalendarEntry(Letters.sessionId(2), CalendarMethod.REQUEST, 0),
                new CalendarEntry(Letters.sessionId(5), CalendarMethod.CANCEL, 1));
        Mail mail = conference.mail(conference.letter(MailKind.CHANGED, entries, true));

        assertThat(mail.calendars().stream().map(piece -> property(piece.calendar(), "METHOD")))
                .containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(mail.text()).containsSubsequence("Session 1", "No longer part of your registration", "Session 5");
    }

    @Test
    void anEntryForASessionThatTheLetterLacksIsRefused() {
        List<CalendarEntry> stray = List.of(new CalendarEntry(Letters.sessionId(9), CalendarMethod.CANCEL, 1));

        assertThatThrownBy(() -> SAMPLE.letter(MailKind.CHANGED, stray, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Letters.sessionId(9).toString());
    }

    private static String ics(Letters letters, MailKind kind) {
        return letters.mail(kind).calendars().getFirst().text().replace("\r\n ", "");
    }

    private static Calendar calendar(Letters letters, MailKind kind) {
        return letters.mail(kind).calendars().getFirst().calendar();
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents(Component.VEVENT).getFirst();
    }

    private static String property(Calendar calendar, String name) {
        return calendar.getRequiredProperty(name).getValue();
    }

    private static String value(VEvent event, String name) {
        return event.getRequiredProperty(name).getValue();
    }
}

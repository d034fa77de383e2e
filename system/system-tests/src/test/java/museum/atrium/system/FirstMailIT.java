package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.system.mail.Invitation;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.MimeParts;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Organiser.StoredActivity;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a sign-up to one confirmation that a calendar accepts. */
@SystemTest
@Order(2)
class FirstMailIT {

    private static final Instant STARTS = Instant.parse("2030-03-01T14:00:00Z");
    private static final Instant ENDS = Instant.parse("2030-03-01T15:30:00Z");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Visitors visitors;
    private final String slug = "first-mail-" + UUID.randomUUID();

    FirstMailIT(Stack stack) {
        visitors = Visitors.of(stack);
    }

    @BeforeAll
    void anOrganiserPublishesAWebinar() {
        visitors.organiser().createsAndPublishes(webinar(slug).forAtMost(50, true));
    }

    private static ActivityDraft webinar(String slug) {
        return ActivityDraft.webinar(slug, "Caring for collections")
                .titled(Map.of(
                        "en", "Caring for collections",
                        "fr", "Prendre soin des collections",
                        "es", "Cuidar las colecciones"))
                .on(SessionDraft.live(STARTS, ENDS, "Europe/Paris"));
    }

    @Test
    void whoIsNoOrganiserIsAskedWhoTheyAre() {
        var answer = visitors.anybody()
                .post("/api/organizer/activities", webinar("nobodys"))
                .expecting(401);

        assertThat(answer.header("WWW-Authenticate")).get().asString().startsWith("Basic");
        assertThat(answer.header("Content-Type")).get().asString().startsWith("application/problem+json");
    }

    @Test
    void aDraftIsSeenByNobodyUntilItIsPublished() {
        String draft = "draft-" + UUID.randomUUID();
        StoredActivity stored = visitors.organiser().creates(webinar(draft));
        assertThat(stored.sessions()).hasSize(1);
        visitors.anybody().get("/api/activities/" + draft).expecting(404);

        visitors.organiser().publishes(draft);

        assertThat(visitors.programme().detail(draft).registration().state()).isEqualTo("OPEN");
        assertThat(visitors.programme().list("when=upcoming&limit=100"))
                .extracting(activity -> activity.slug())
                .contains(draft);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Asia/Tokyo,     Caring for collections,       23:00 | 11:00 PM",
        "fr, America/Bogota, Prendre soin des collections, 09:00 | 9:00",
        "es, Europe/Madrid,  Cuidar las colecciones,       15:00 | 15:00"
    })
    void aConfirmationSpeaksTheReadersLanguageAndClock(String language, String zone, String title, String times) {
        ReceivedMail mail = confirmationOf(People.speaking(language, zone));

        assertThat(mail.subject()).contains(title);
        List<String> localTimes = List.of(times.split(" \\| "));
        List<String> zoneNames = ZoneNames.of(zone, language, STARTS);
        for (String body : List.of(Typography.plain(mail.text()), Typography.plain(mail.html()))) {
            assertThat(body).contains(title);
            assertThat(localTimes).as("local time in: %s", body).anyMatch(body::contains);
            assertThat(zoneNames).as("zone's name in: %s", body).anyMatch(body::contains);
        }
    }

    @Test
    void aConfirmationHasTheStructureThatCalendarsAccept() {
        Person person = People.speaking("fr", "Europe/Paris");
        ReceivedMail mail = confirmationOf(person);

        assertThat(mail.structure())
                .isEqualTo("multipart/mixed[multipart/alternative[text/plain,text/html,text/calendar],text/calendar]");
        assertThat(mail.calendarParts()).hasSize(2);
        MimeParts.Leaf inline = mail.calendarParts().getFirst();
        MimeParts.Leaf attached = mail.calendarParts().getLast();
        assertThat(inline.disposition()).isNull();
        assertThat(attached.disposition()).isEqualToIgnoringCase("attachment");
        assertThat(attached.parameter("name")).isEqualTo("invite.ics");
        assertThat(attached.bytes()).isEqualTo(inline.bytes());
        for (MimeParts.Leaf part : mail.calendarParts()) {
            assertThat(part.parameter("method")).isEqualTo("REQUEST");
            assertThat(part.parameter("charset")).isEqualToIgnoringCase("UTF-8");
        }
        assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).isEmpty();
    }

    @Test
    void theInvitationIsForOnePersonAndInWellFormedLines() {
        Person person = People.speaking("es", "America/Bogota");
        ReceivedMail mail = confirmationOf(person);

        Invitation invitation = mail.invitation().orElseThrow();
        Invitation.Entry entry = invitation.only();
        assertThat(invitation.method()).isEqualTo("REQUEST");
        assertThat(entry.startsAt()).isEqualTo(STARTS);
        assertThat(entry.endsAt()).isEqualTo(ENDS);
        assertThat(entry.attendees()).hasSize(1).first().asString().isEqualToIgnoringCase("mailto:" + person.email());
        assertThat(entry.organizer()).startsWithIgnoringCase("mailto:").doesNotContain(person.email());
        String ics = mail.calendarParts().getFirst().text();
        assertThat(ics).endsWith("END:VCALENDAR\r\n");
        assertThat(ics.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(ics.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    }

    @Test
    void noMailTellsTheAddressOfTheLiveRoom() {
        ReceivedMail mail = confirmationOf(People.speaking("en", "Europe/London"));

        assertThat(mail.text() + mail.html() + mail.calendarParts().getFirst().text())
                .doesNotContain("live.example.org");
    }

    @Test
    void whoSignsUpAgainTakesNoSecondPlaceAndIsToldByMail() {
        String twice = "twice-" + UUID.randomUUID();
        visitors.organiser().createsAndPublishes(webinar(twice).forAtMost(3, true));
        Person person = People.speaking("en", "Europe/London");
        Person shouting = new Person(
                person.email().toUpperCase(java.util.Locale.ROOT),
                "Another name",
                "fr",
                "Asia/Tokyo",
                person.country());

        assertThat(visitors.participants().accepted(person, twice)).isEqualTo("CONFIRMED");
        mailNumber(1, person);
        // A click too many within a moment is not worth a mail; and however often it is done, one mail tells.
        eventually(SOON, () -> {
            assertThat(visitors.participants().accepted(shouting, twice)).isEqualTo("CONFIRMED");
            assertThat(visitors.inbox().count(person.email())).isGreaterThan(1);
        });

        assertThat(mailNumber(2, person).kind()).isNotEqualTo(MailKind.CANCELLATION);
        assertThat(visitors.programme().detail(twice).registration().remaining())
                .isEqualTo(2);
    }

    private ReceivedMail confirmationOf(Person person) {
        assertThat(visitors.participants().accepted(person, slug)).isEqualTo("CONFIRMED");
        ReceivedMail mail = mailNumber(1, person);
        assertThat(mail.kind()).isEqualTo(MailKind.INVITATION);
        return mail;
    }

    private ReceivedMail mailNumber(int number, Person person) {
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(number));
        return visitors.inbox().allOf(person.email()).getLast();
    }
}

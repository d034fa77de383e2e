package museum.atrium.notification.planning;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.links.SignedLink;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who lost their links gets those to all that their address is registered for, and nobody else's. */
class LostLinksTest extends WithInbox {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Story webinar = new Story();
    private final Story series = new Story();
    private final UUID first = webinar.somebody();
    private final UUID newest = series.somebody();
    private final String address = "lost-" + first + "@example.org";

    @BeforeEach
    void somebodyIsConfirmedAndSubscribed() {
        announcer.tell(webinar.published(), series.series());
        announcer.tell(
                webinar.contact(first, 1, address.replace("lost", "Lost")),
                at(NOON, webinar.confirmed(first)),
                series.contact(newest, 2, address),
                series.subscribed(newest, NOON.plusSeconds(60)));
        eventually(() -> assertThat(outbound.of(newest)).contains("SUBSCRIBED SENT"));
    }

    @Test
    void theyAreThoseOfTheAddressThatAreNotOverNewestFirst() {
        UUID unproved = webinar.somebody();
        UUID cancelled = webinar.somebody();
        UUID anothers = webinar.somebody();
        announcer.tell(
                webinar.contact(unproved, 1, address),
                at(
                        NOON.plusSeconds(30),
                        webinar.unproved(unproved, 1, Instant.now().plusSeconds(3_600), Map.of("optIn", 1))),
                webinar.contact(cancelled, 2, address),
                webinar.cancelled(cancelled, 2),
                webinar.contact(anothers),
                webinar.confirmed(anothers));

        announcer.tell(asked(3));

        assertThat(ManageLinks.in(links()))
                .containsExactly(new SignedLink(newest, 1), new SignedLink(unproved, 1), new SignedLink(first, 1));
    }

    @Test
    void whatBelongsToAnotherAddressByNowIsNotAmongThem() {
        UUID between = webinar.somebody();
        UUID moved = webinar.somebody();
        announcer.tell(
                webinar.contact(between, 1, address),
                webinar.addressChanged(between, 3, Map.of("confirmed", 1)),
                webinar.contact(moved, 1, address),
                webinar.confirmed(moved),
                webinar.contact(moved, 2, "moved-" + address),
                webinar.addressChanged(moved, 2, Map.of("confirmed", 1)));

        announcer.tell(asked(3));

        assertThat(ManageLinks.in(links())).containsExactly(new SignedLink(newest, 1), new SignedLink(first, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "en,Your personal links,Caring for collections,You are subscribed.",
        "fr,Vos liens personnels,Prendre soin des collections,Vous avez un abonnement à ce cycle.",
        "sl,Vaše osebne povezave,Caring for collections,Naročeni ste na ta niz."
    })
    void theyAreListedInTheReadersLanguage(String language, String subject, String title, String state) {
        announcer.tell(Story.but(series.contact(newest, 3, address), json -> json.put("language", language)), asked(3));

        assertThat(links().subject()).isEqualTo(subject);
        assertThat(links().text())
                .containsSubsequence("Museums at work", state, "/registrations/", title, "/registrations/");
        assertThat(links().calendar()).isNull();
    }

    @Test
    void withThemComesTheCalendarOfAllThatTheAddressHas() {
        UUID calendar = UUID.randomUUID();
        announcer.tell(Story.but(asked(3), json -> json.put("calendar", calendar.toString())), asked(4));

        assertThat(ManageLinks.calendarsIn(links())).containsExactly(new SignedLink(calendar, 1));
        assertThat(mailsTo(address).stream().filter(mail -> !isLinks(mail)))
                .as("what somebody else may have had sent")
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(ManageLinks.calendarsIn(mail)).isEmpty());
    }

    @Test
    void theCalendarOfTheAddressOfBeforeIsNoneOfTheNewOwners() {
        announcer.tell(Story.but(
                asked(3), json -> json.put("calendar", UUID.randomUUID().toString())));
        eventually(() -> assertThat(outbound.of(newest)).contains("LINKS SENT"));
        announcer.tell(
                series.contact(newest, 4, "new-" + address),
                series.subscription(
                        newest,
                        4,
                        "INTERESTED",
                        NOON.plusSeconds(60),
                        Map.of("optIn", 1, "interested", 2, "linksAsked", 3, "addressChanged", 4)));
        announcer.tell(series.subscription(
                newest,
                5,
                "INTERESTED",
                NOON.plusSeconds(60),
                Map.of("optIn", 1, "interested", 2, "linksAsked", 5, "addressChanged", 4)));

        eventually(() -> assertThat(mailsTo("new-" + address).stream().filter(LostLinksTest::isLinks))
                .singleElement()
                .satisfies(mail -> assertThat(ManageLinks.calendarsIn(mail)).isEmpty()));
    }

    @Test
    void anAddressThatNobodyHasConfirmedGetsThemAsWell() {
        UUID unproved = webinar.somebody();
        Instant answerBy = Instant.now().plusSeconds(3_600);
        announcer.tell(webinar.contact(unproved));
        announcer.tell(webinar.unproved(unproved, 2, answerBy, Map.of("optIn", 1, "linksAsked", 2)));

        eventually(() -> assertThat(outbound.of(unproved)).containsExactly("OPT_IN SENT", "LINKS SENT"));
        assertThat(ManageLinks.in(mailsTo(unproved).getLast())).containsExactly(new SignedLink(unproved, 1));
    }

    @Test
    void whatIsOverWhenTheyAreSentIsNotAmongThem() {
        announcer.tell(series.subscription(
                newest, 4, "CANCELLED", NOON, Map.of("optIn", 1, "interested", 2, "linksAsked", 3, "cancelled", 4)));

        assertThat(ManageLinks.in(links())).containsExactly(new SignedLink(first, 1));
    }

    @Test
    void whereNothingIsLeftThereIsNothingToSend() {
        announcer.tell(webinar.cancelled(first, 2));
        announcer.tell(series.subscription(
                newest, 4, "CANCELLED", NOON, Map.of("optIn", 1, "interested", 2, "linksAsked", 3, "cancelled", 4)));

        eventually(() -> assertThat(outbound.of(newest)).contains("LINKS DROPPED"));
        assertThat(outbound.reasons(newest)).contains("the address has no registration any more");
    }

    @Test
    void whoIsErasedIsNotListedAndGetsNothing() {
        announcer.tell(webinar.forgotten(first), webinar.erased(first), asked(3));
        assertThat(ManageLinks.in(links())).containsExactly(new SignedLink(newest, 1));

        announcer.tell(series.erased(newest), asked(4));
        eventually(() -> assertThat(outbound.of(newest)).contains("LINKS DROPPED"));
        throughout(
                Duration.ofMillis(500),
                () -> assertThat(mailsTo(address).stream().filter(LostLinksTest::isLinks))
                        .hasSize(1));
    }

    @Test
    void aHundredAreTheMost() {
        IntStream.range(0, 100)
                .mapToObj(number -> webinar.somebody())
                .forEach(one -> announcer.tell(
                        webinar.contact(one, 1, address), at(NOON.plusSeconds(30), webinar.waitlisted(one))));
        announcer.tell(asked(3));

        assertThat(ManageLinks.in(links()))
                .hasSize(100)
                .startsWith(new SignedLink(newest, 1))
                .doesNotContain(new SignedLink(first, 1));
    }

    private ReceivedEvent asked(int revision) {
        return series.subscription(
                newest,
                revision,
                "INTERESTED",
                NOON.plusSeconds(60),
                Map.of("optIn", 1, "interested", 2, "linksAsked", revision));
    }

    private static ReceivedEvent at(Instant registeredAt, ReceivedEvent registration) {
        return Story.but(registration, json -> json.put("registeredAt", registeredAt.toString()));
    }

    private OpenedMessage links() {
        eventually(() -> assertThat(outbound.of(newest)).contains("LINKS SENT"));
        return mailsTo(address).stream()
                .filter(LostLinksTest::isLinks)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isLinks(OpenedMessage mail) {
        return mail.subject().toLowerCase(Locale.ROOT).matches(".*(links|liens personnels|povezave|ligações pessoais)");
    }
}

package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Http;
import museum.atrium.system.surface.Organiser.StoredActivity;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/** Who is erased is known to no service any more, and hears nothing more. */
@SystemTest
@Order(2)
class ErasureIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant STARTS = Instant.parse("2030-03-01T14:00:00Z");

    private final Stack stack;
    private final Visitors visitors;
    private final Http organiser;

    ErasureIT(Stack stack) {
        this.stack = stack;
        visitors = Visitors.of(stack);
        organiser = visitors.anybody().as("organizer", stack.organizerPassword());
    }

    @Test
    void whoErasesTheirRegistrationIsForgottenByAllServices() {
        StoredActivity activity = visitors.organiser()
                .createsAndPublishes(ActivityDraft.webinar("erased-" + UUID.randomUUID(), "Forgotten")
                        .on(SessionDraft.live(STARTS, STARTS.plus(Duration.ofHours(1)), "Europe/Paris")));
        Person person = People.speaking("fr", "Europe/Paris");
        visitors.participants().accepted(person, activity.slug());
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(1));
        String token =
                visitors.inbox().allOf(person.email()).getLast().manageToken().orElseThrow();
        assertThat(deliveriesTo(person)).hasSize(1);

        visitors.participants().erases(token);

        assertThat(visitors.anybody().get("/api/registrations/" + token).status())
                .isEqualTo(404);
        eventually(SOON, () -> assertThat(deliveriesTo(person)).isEmpty());
        visitors.organiser().cancelsTheActivity(activity.slug(), "Nobody is left.");
        throughout(
                Duration.ofSeconds(2),
                () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(1));
    }

    @Test
    void whoIsErasedOnAnOrganisersCallIsInNoDatabaseAndNoTopicOnceTheReportSaysSo() throws SQLException {
        KeptBytes kept = new KeptBytes(
                stack.stores().orElseThrow(() -> new TestAbortedException("the stack's stores are out of reach")));
        Person person = People.speaking("es", "America/Bogota");
        List<String> slugs = new ArrayList<>();
        for (String title : List.of("Erased once", "Erased twice")) {
            StoredActivity activity = visitors.organiser()
                    .createsAndPublishes(ActivityDraft.webinar("erased-" + UUID.randomUUID(), title)
                            .on(SessionDraft.live(STARTS, STARTS.plus(Duration.ofHours(1)), "Europe/Paris")));
            visitors.participants().accepted(person, activity.slug());
            slugs.add(activity.slug());
        }
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(2));
        organiser.post("/api/suppressions", Map.of("email", person.email())).expecting(201);
        eventually(
                SOON,
                () -> assertThat(unreachable(slugs))
                        .as("registration-service was told, without the address")
                        .isEqualTo(2));
        assertThat(kept.tablesWith(person.email())).contains("registration.registration", "notification.contacts");
        assertThat(kept.topicsWith(person.email())).containsExactly("atrium.contacts");

        String erasure = organiser
                .post("/api/organizer/erasures", Map.of("email", person.email()))
                .expecting(202)
                .json()
                .get("id")
                .stringValue();

        eventually(
                SOON,
                () -> assertThat(report(erasure).get("status").stringValue()).isEqualTo("DONE"));
        JsonNode report = report(erasure);
        assertThat(report.at("/registrations").intValue()).isEqualTo(2);
        assertThat(report.at("/services")
                        .valueStream()
                        .map(service -> service.get("service").stringValue() + " "
                                + service.at("/deleted/registrations").intValue()))
                .containsExactly("registration-service 2", "notification-service 2", "recording-service 2");
        assertThat(kept.tablesWith(person.email())).isEmpty();
        eventually(SOON, () -> assertThat(kept.topicsWith(person.email())).isEmpty());
        report.at("/ids")
                .forEach(id -> assertThat(List.of("atrium.contacts", "atrium.registrations"))
                        .allMatch(topic -> kept.isTombstone(topic, id.stringValue())));
        assertThat(organiser
                        .post("/api/organizer/erasures/search", Map.of("email", person.email()))
                        .expecting(200)
                        .json()
                        .at("/items/0/id")
                        .stringValue())
                .isEqualTo(erasure);
    }

    /** The only dead letters that may hold personal data are of the topic of contacts. */
    @Test
    void whatNobodyUnderstoodOfWhoIsErasedIsErasedFromTheDeadLettersToo() {
        KeptBytes kept = new KeptBytes(
                stack.stores().orElseThrow(() -> new TestAbortedException("the stack's stores are out of reach")));
        StoredActivity activity = visitors.organiser()
                .createsAndPublishes(ActivityDraft.webinar("erased-" + UUID.randomUUID(), "Not understood")
                        .on(SessionDraft.live(STARTS, STARTS.plus(Duration.ofHours(1)), "Europe/Paris")));
        Person person = People.speaking("fr", "Europe/Paris");
        visitors.participants().accepted(person, activity.slug());
        String id = organiser
                .get("/api/organizer/activities/" + activity.slug() + "/registrations")
                .expecting(200)
                .json()
                .at("/items/0/id")
                .stringValue();
        kept.tell("atrium.contacts", id, "{\"email\": \"%s\"}".formatted(person.email()));
        eventually(
                SOON,
                () -> assertThat(kept.topicsWith(person.email()))
                        .containsExactly("atrium.contacts", "atrium.contacts.notification-service.dead"));

        organiser.post("/api/organizer/erasures", Map.of("registration", id)).expecting(202);

        eventually(SOON, () -> assertThat(kept.topicsWith(person.email())).isEmpty());
    }

    private JsonNode report(String erasure) {
        return organiser
                .get("/api/organizer/erasures/" + erasure)
                .expecting(200)
                .json();
    }

    private int unreachable(List<String> slugs) {
        return slugs.stream()
                .mapToInt(slug -> organiser
                        .get("/api/organizer/activities/" + slug + "/registrations?reachable=false")
                        .expecting(200)
                        .json()
                        .at("/total")
                        .intValue())
                .sum();
    }

    private JsonNode deliveriesTo(Person person) {
        return organiser
                .post("/api/deliveries/search", Map.of("email", person.email()))
                .expecting(200)
                .json()
                .get("items");
    }
}

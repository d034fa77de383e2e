package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
import tools.jackson.databind.JsonNode;

/** Who is erased is known to no service any more, and hears nothing more. */
@SystemTest
@Order(2)
class ErasureIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant STARTS = Instant.parse("2030-03-01T14:00:00Z");

    private final Visitors visitors;
    private final Http organiser;

    ErasureIT(Stack stack) {
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

    private JsonNode deliveriesTo(Person person) {
        return organiser
                .post("/api/deliveries/search", Map.of("email", person.email()))
                .expecting(200)
                .json()
                .get("items");
    }
}

package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Answer;
import museum.atrium.system.surface.Http;
import museum.atrium.system.surface.Organiser.StoredActivity;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/** A person is shown what every service holds of them, and none of it is left behind on the way. */
@SystemTest
@Order(2)
class ExportIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant STARTS = Instant.parse("2030-03-01T14:00:00Z");
    private static final List<String> TOPICS =
            List.of("atrium.exports", "atrium.exports.notification", "atrium.exports.recording");

    private final Stack stack;
    private final Visitors visitors;
    private final Http organiser;

    ExportIT(Stack stack) {
        this.stack = stack;
        visitors = Visitors.of(stack);
        organiser = visitors.anybody().as("organizer", stack.organizerPassword());
    }

    @Test
    void whatEveryServiceHoldsOfAPersonIsShownUntilTheyAreErased() {
        KeptBytes kept = new KeptBytes(
                stack.stores().orElseThrow(() -> new TestAbortedException("the stack's stores are out of reach")));
        Person person = People.speaking("es", "America/Bogota");
        List<String> slugs = new ArrayList<>();
        for (String title : List.of("Shown once", "Shown twice")) {
            slugs.add(signsUp(person, title));
        }
        eventually(SOON, () -> assertThat(sentTo(person)).isEqualTo(2));

        JsonNode report = reportOf(person);

        assertThat(report.at("/data/registrations")
                        .valueStream()
                        .map(one -> one.at("/held/activity/slug").stringValue()))
                .containsExactlyInAnyOrderElementsOf(slugs);
        assertThat(report.at("/data/registrations").valueStream()).allSatisfy(one -> {
            assertThat(one.at("/held/person/email").stringValue()).isEqualTo(person.email());
            JsonNode mails = elsewhere(one, "notification-service");
            assertThat(mails.at("/contactCopy").booleanValue()).isTrue();
            assertThat(mails.at("/mails/0/kind").stringValue()).isEqualTo("CONFIRMATION");
            assertThat(mails.at("/mails/0/status").stringValue()).isEqualTo("SENT");
            assertThat(mails.at("/tellings")).hasSize(1);
        });
        assertThat(kept.topicsWith(person.email()))
                .as("no answer says whose it is")
                .containsExactly("atrium.contacts");

        organiser
                .post("/api/organizer/erasures", Map.of("email", person.email()))
                .expecting(202);

        String path = "/api/organizer/exports/" + report.at("/id").stringValue();
        assertThat(organiser.get(path).expecting(200).json().at("/data/registrations"))
                .isEmpty();
        report.at("/data/registrations")
                .forEach(one -> eventually(
                        SOON,
                        () -> assertThat(TOPICS)
                                .allMatch(topic ->
                                        kept.isTombstone(topic, one.at("/id").stringValue()))));
    }

    @Test
    void whoHasTheLinkOfARegistrationIsShownWhatEveryServiceHoldsOfIt() {
        Person person = People.speaking("fr", "Europe/Paris");
        String slug = signsUp(person, "Shown to its owner");
        eventually(SOON, () -> assertThat(sentTo(person)).isEqualTo(1));
        String token =
                visitors.inbox().allOf(person.email()).getLast().manageToken().orElseThrow();

        String exports = "/api/registrations/" + token + "/exports";
        JsonNode report = whole(visitors.anybody(), exports, visitors.anybody().post(exports));

        JsonNode own = report.at("/data/registrations/0");
        assertThat(own.at("/held/activity/slug").stringValue()).isEqualTo(slug);
        assertThat(elsewhere(own, "notification-service").at("/mails/0/status").stringValue())
                .isEqualTo("SENT");
        assertThat(elsewhere(own, "recording-service").at("/recordings")).isEmpty();
    }

    private String signsUp(Person person, String title) {
        StoredActivity activity = visitors.organiser()
                .createsAndPublishes(ActivityDraft.webinar("exported-" + UUID.randomUUID(), title)
                        .on(SessionDraft.live(STARTS, STARTS.plus(Duration.ofHours(1)), "Europe/Paris")));
        visitors.participants().accepted(person, activity.slug());
        return activity.slug();
    }

    /** Whom a service does not know yet it says that of: then it is asked again. */
    private JsonNode reportOf(Person person) {
        List<JsonNode> reports = new ArrayList<>();
        eventually(SOON, () -> {
            String exports = "/api/organizer/exports";
            JsonNode report = whole(organiser, exports, organiser.post(exports, Map.of("email", person.email())));
            assertThat(report.at("/data/registrations").valueStream())
                    .allSatisfy(one -> assertThat(elsewhere(one, "recording-service")
                                    .at("/registration/status")
                                    .stringValue())
                            .isEqualTo("CONFIRMED"));
            reports.add(report);
        });
        return reports.getLast();
    }

    private static JsonNode whole(Http who, String exports, Answer asked) {
        String path = exports + "/" + asked.expecting(202).json().at("/id").stringValue();
        List<JsonNode> reports = new ArrayList<>();
        eventually(SOON, () -> {
            JsonNode report = who.get(path).expecting(200).json();
            assertThat(report.at("/status").stringValue()).isEqualTo("DONE");
            reports.add(report);
        });
        return reports.getLast();
    }

    private long sentTo(Person person) {
        return organiser
                .post("/api/deliveries/search", Map.of("email", person.email()))
                .expecting(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(mail -> mail.at("/status").stringValue().equals("SENT"))
                .count();
    }

    private static JsonNode elsewhere(JsonNode item, String service) {
        return item.at("/elsewhere")
                .valueStream()
                .filter(one -> one.at("/service").stringValue().equals(service))
                .map(one -> one.at("/held"))
                .findFirst()
                .orElseThrow();
    }
}

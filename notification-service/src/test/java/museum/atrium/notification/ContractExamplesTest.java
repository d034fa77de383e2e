package museum.atrium.notification;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ContractExamplesTest extends WithInbox {

    private static final String MARIANA = "mariana@example.org";
    private static final UUID REGISTRATION = UUID.fromString("0199b1c0-0000-7000-8000-0000000000b1");
    private static final Instant START = Instant.now().plus(30, ChronoUnit.MINUTES);

    /** The examples as they stand, but for the session's day: in the examples it will be over some day. */
    @Test
    void theExamplesOfAllContractsBecomeThePromotedParticipantsMails() {
        announcer.publish(
                example("activity", "atrium.activities", "id", json -> {
                    ObjectNode session = (ObjectNode) json.get("sessions").get(0);
                    session.put("startsAt", START.toString());
                    session.put("endsAt", START.plus(1, ChronoUnit.HOURS).toString());
                }),
                example(
                        "registration",
                        "atrium.registrations",
                        "id",
                        json -> json.put(
                                "confirmedAt",
                                Instant.now().minus(5, ChronoUnit.HOURS).toString())),
                example("contact", "atrium.contacts", "registration", json -> {}),
                example("reminder", "atrium.reminders", "session", json -> {
                    json.put("dueAt", Instant.now().minusSeconds(60).toString());
                    json.put("expiresAt", START.toString());
                }),
                example(
                        "recording",
                        "atrium.recordings",
                        "id",
                        json -> json.put("publishedAt", Instant.now().toString())),
                example("message", "atrium.messages", "id", json -> {}));

        eventually(() -> assertThat(outbound.of(REGISTRATION))
                .containsExactlyInAnyOrder(
                        "WAITLISTED DROPPED",
                        "PROMOTION SENT",
                        "CHANGED DROPPED",
                        "ALREADY_REGISTERED DROPPED",
                        "REMINDER SENT",
                        "RECORDING_AVAILABLE SENT",
                        "MESSAGE SENT"));
        assertThat(mailsTo(MARIANA))
                .hasSize(4)
                .allSatisfy(mail -> assertThat(mail.text()).contains("Caring for collections"));
        assertThat(mailsTo(MARIANA))
                .anySatisfy(mail -> assertThat(mail.text()).contains("https://atrium.example.org/registrations/"));

        announcer.publish(
                example("contact", "atrium.contacts", "registration", json -> {}),
                example("registration", "atrium.registrations", "id", json -> {}),
                example("message", "atrium.messages", "id", json -> {}));
        throughout(Duration.ofSeconds(1), () -> assertThat(mailsTo(MARIANA)).hasSize(4));
    }

    /** As they were told before there were more ways of admission. */
    @Test
    void eventsWithoutTheFieldsThatCameLaterAreReadAsEver() {
        UUID activity = UUID.randomUUID();
        UUID registration = UUID.randomUUID();
        announcer.publish(
                activity(activity, json -> json.remove("placeOffers")),
                registration(registration, activity, json -> {
                    json.put("status", "WAITLISTED").putNull("confirmedAt");
                    json.putObject("occasions").put("waitlisted", 1);
                    json.remove(List.of("role", "pendingFor", "answerBy"));
                }),
                contact(registration));

        eventually(() -> assertThat(outbound.of(registration)).containsExactly("WAITLISTED SENT"));
        assertThat(mailsTo(Story.address(registration)).getFirst().text()).contains("automaticamente");
    }

    @Test
    void everyWayOfAdmissionBecomesItsMail() {
        UUID activity = UUID.randomUUID();
        announcer.publish(activity(activity, json -> {}));
        String soon = Instant.now().plus(2, ChronoUnit.DAYS).toString();

        assertThat(tell(activity, "WAITLISTED", "waitlisted", "WAITLISTED SENT", json -> {})
                        .text())
                .contains("reservamo-lo durante 2 dias")
                .doesNotContain("automaticamente");
        tell(activity, "WAITLISTED", "offered", "OFFER SENT", json -> json.put("answerBy", soon));
        tell(
                activity,
                "PENDING",
                "optIn",
                "OPT_IN SENT",
                json -> json.put("pendingFor", "ADDRESS").put("answerBy", soon));
        tell(activity, "PENDING", "requested", "APPROVAL_REQUESTED SENT", json -> json.put("pendingFor", "APPROVAL"));
        tell(activity, "CANCELLED", "declined", "DECLINED SENT", json -> {});
        tell(activity, "CANCELLED", "lapsed", "OFFER_LAPSED SENT", json -> {});
        tell(activity, "INTERESTED", "repeated", "NOW_DATED SENT", json -> {});
    }

    private OpenedMessage tell(
            UUID activity, String status, String occasion, String mail, Consumer<ObjectNode> changes) {
        UUID registration = UUID.randomUUID();
        announcer.publish(contact(registration), registration(registration, activity, json -> {
            json.put("status", status).putNull("confirmedAt");
            json.putObject("occasions").put(occasion, 1);
            changes.accept(json);
        }));
        eventually(() -> assertThat(outbound.of(registration)).contains(mail));
        return mailsTo(Story.address(registration)).getFirst();
    }

    private static ReceivedEvent activity(UUID id, Consumer<ObjectNode> changes) {
        return example("activity", "atrium.activities", "id", json -> {
            json.put("id", id.toString());
            ObjectNode session = (ObjectNode) json.get("sessions").get(0);
            session.put("id", UUID.randomUUID().toString());
            session.put("startsAt", START.toString());
            session.put("endsAt", START.plus(1, ChronoUnit.HOURS).toString());
            changes.accept(json);
        });
    }

    private static ReceivedEvent registration(UUID id, UUID activity, Consumer<ObjectNode> changes) {
        return example("registration", "atrium.registrations", "id", json -> {
            json.put("id", id.toString()).put("activity", activity.toString());
            changes.accept(json);
        });
    }

    private static ReceivedEvent contact(UUID registration) {
        return example(
                "contact",
                "atrium.contacts",
                "registration",
                json -> json.put("registration", registration.toString()).put("email", Story.address(registration)));
    }

    private static ReceivedEvent example(String contract, String topic, String key, Consumer<ObjectNode> changes) {
        String payload = Contracts.event(contract).exampleWith(changes);
        return new ReceivedEvent(
                topic,
                JsonMapper.shared().readTree(payload).get(key).asString(),
                "museum.atrium." + contract + ".updated.v1",
                Instant.now(),
                payload);
    }
}

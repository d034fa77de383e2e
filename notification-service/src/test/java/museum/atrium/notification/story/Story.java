package museum.atrium.notification.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One activity with one session and those who register for it, told in events that keep the contracts. */
public final class Story {

    public final UUID activity = UUID.randomUUID();
    public final UUID session = UUID.randomUUID();
    public final UUID recording = UUID.randomUUID();
    /** Noon in the day after tomorrow's UTC: a day that a session begins on is over nowhere near before it ends. */
    public final Instant startsAt =
            Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);

    /** Somebody new, by their registration. */
    public UUID somebody() {
        return UUID.randomUUID();
    }

    public static String address(UUID registration) {
        return "p-" + registration + "@example.org";
    }

    public ReceivedEvent published() {
        return activity(1, "PUBLISHED", 1, "SCHEDULED", startsAt);
    }

    public ReceivedEvent moved(long revision, Instant to) {
        return activity(revision, "PUBLISHED", revision, "SCHEDULED", to);
    }

    public ReceivedEvent sessionCancelled(long revision) {
        return activity(revision, "PUBLISHED", revision, "CANCELLED", startsAt);
    }

    public ReceivedEvent activityCancelled(long revision) {
        return activity(revision, "CANCELLED", revision, "CANCELLED", startsAt);
    }

    /** Published, with a module to go through in one's own time beside the live session. */
    public ReceivedEvent withModule(UUID module) {
        return but(published(), json -> {
            ObjectNode slot = ((ObjectNode) json.get("sessions").get(0)).deepCopy();
            slot.put("id", module.toString());
            slot.put("selfPaced", true);
            slot.put("endsAt", startsAt.plus(40, ChronoUnit.DAYS).toString());
            slot.putNull("language");
            slot.putArray("interpretation");
            slot.putObject("title").put("en", "Reading");
            json.withArray("sessions").add(slot);
        });
    }

    /** Published, its dates to come. */
    public ReceivedEvent undated(long revision) {
        return event("activity", "atrium.activities", activity, json -> {
            json.put("id", activity.toString());
            json.put("revision", revision);
            json.putNull("placeOffers");
            json.putArray("sessions");
        });
    }

    /** What one registers for is a series, so that who is interested is a subscriber. */
    public ReceivedEvent series() {
        return event("activity", "atrium.activities", activity, json -> {
            json.put("id", activity.toString()).put("revision", 1).put("kind", "SERIES");
            json.putNull("series").putNull("placeOffers").putArray("sessions");
            json.putObject("title").put("en", "Museums at work");
        });
    }

    public ReceivedEvent subscribed(UUID registration, Instant at) {
        return subscription(registration, 2, "INTERESTED", at, Map.of("optIn", 1, "interested", 2));
    }

    public ReceivedEvent subscription(
            UUID registration, long revision, String status, Instant askedAt, Map<String, Integer> occasions) {
        return event("registration", "atrium.registrations", registration, json -> {
            fill(json, registration, revision, status, null, occasions);
            json.put("registeredAt", askedAt.toString());
        });
    }

    /** Another activity, which became known at that time as part of the series. */
    public ReceivedEvent inSeries(UUID news, long revision, Instant at) {
        return inSeries(news, revision, at, json -> {});
    }

    public ReceivedEvent inSeries(UUID news, long revision, Instant at, Consumer<ObjectNode> changes) {
        ReceivedEvent event = event("activity", "atrium.activities", news, json -> {
            json.put("id", news.toString()).put("revision", revision);
            json.putObject("title").put("en", "Caring for collections");
            ((ObjectNode) json.get("series")).put("id", activity.toString());
            ObjectNode slot = (ObjectNode) json.get("sessions").get(0);
            slot.put(
                    "id",
                    UUID.nameUUIDFromBytes(news.toString().getBytes(UTF_8)).toString());
            slot.put("startsAt", startsAt.toString());
            slot.put("endsAt", startsAt.plus(90, ChronoUnit.MINUTES).toString());
            changes.accept(json);
        });
        return new ReceivedEvent(event.topic(), event.key(), event.type(), at, event.payload());
    }

    private ReceivedEvent activity(long revision, String status, long sessionRevision, String session, Instant start) {
        return event("activity", "atrium.activities", activity, json -> {
            json.put("id", activity.toString());
            json.put("revision", revision);
            json.put("status", status);
            json.putNull("placeOffers");
            if (status.equals("CANCELLED")) {
                json.put("cancellationReason", "The house is closed.");
            }
            ObjectNode slot = (ObjectNode) json.get("sessions").get(0);
            slot.put("id", this.session.toString());
            slot.put("revision", sessionRevision);
            slot.put("status", session);
            slot.put("startsAt", start.toString());
            slot.put("endsAt", start.plus(90, ChronoUnit.MINUTES).toString());
        });
    }

    public ReceivedEvent contact(UUID registration) {
        return contact(registration, 1);
    }

    public ReceivedEvent contact(UUID registration, long revision) {
        return contact(registration, revision, address(registration));
    }

    public ReceivedEvent contact(UUID registration, long revision, String email) {
        return event("contact", "atrium.contacts", registration, json -> {
            json.put("registration", registration.toString());
            json.put("revision", revision);
            json.put("email", email);
        });
    }

    /** The tombstone of how somebody is reached. */
    public ReceivedEvent erased(UUID registration) {
        return tombstone("contact", "atrium.contacts", registration);
    }

    /** The tombstone of the registration itself. */
    public ReceivedEvent forgotten(UUID registration) {
        return tombstone("registration", "atrium.registrations", registration);
    }

    /** A part of an erasure that asks for these. */
    public static ReceivedEvent erasure(UUID part, UUID... registrations) {
        return event("erasure", "atrium.erasures", part, json -> {
            json.put("id", part.toString());
            ArrayNode asked = json.putArray("registrations");
            List.of(registrations).forEach(registration -> asked.add(registration.toString()));
        });
    }

    /** Somebody asks what is held of it. */
    public static ReceivedEvent export(UUID registration, long revision, UUID export) {
        return event(
                "export",
                "atrium.exports",
                registration,
                json -> json.put("registration", registration.toString())
                        .put("revision", revision)
                        .put("export", export.toString()));
    }

    /** Nobody asks any more. */
    public static ReceivedEvent exportEnded(UUID registration) {
        return new ReceivedEvent(
                "atrium.exports", registration.toString(), "museum.atrium.export.ended.v1", Instant.now(), null);
    }

    /** With an address of its own that mail comes from, and one where answers go. */
    public static ReceivedEvent network(UUID network, long revision, String name) {
        return event("network", "atrium.networks", network, json -> {
            json.put("id", network.toString()).put("revision", revision).put("name", name);
        });
    }

    public static ReceivedEvent networkDeleted(UUID network) {
        return new ReceivedEvent(
                "atrium.networks", network.toString(), "museum.atrium.network.deleted.v1", Instant.now(), null);
    }

    private static ReceivedEvent tombstone(String contract, String topic, UUID registration) {
        return new ReceivedEvent(
                topic, registration.toString(), "museum.atrium." + contract + ".erased.v1", Instant.now(), null);
    }

    /** Waits for its address to be confirmed until then. */
    public ReceivedEvent unproved(UUID registration, long revision, Instant answerBy, Map<String, Integer> occasions) {
        return waiting(registration, revision, "PENDING", "ADDRESS", answerBy, occasions);
    }

    public ReceivedEvent requested(UUID registration) {
        return waiting(registration, 1, "PENDING", "APPROVAL", null, Map.of("requested", 1));
    }

    /** Awaits approval, and somebody signed the address up once more. */
    public ReceivedEvent requestedAgain(UUID registration, int revision) {
        return waiting(
                registration, revision, "PENDING", "APPROVAL", null, Map.of("requested", 1, "repeated", revision));
    }

    public ReceivedEvent interested(UUID registration) {
        return waiting(registration, 1, "INTERESTED", null, null, Map.of("interested", 1));
    }

    /** Invited to speak, an hour ago accepted if they have. */
    public ReceivedEvent speaker(UUID invitation, long revision, String status, Map<String, Integer> occasions) {
        Instant accepted = status.equals("CONFIRMED") ? Instant.now().minus(1, ChronoUnit.HOURS) : null;
        return but(
                registration(invitation, revision, status, accepted, occasions),
                json -> json.put("role", "SPEAKER").put("pendingFor", status.equals("PENDING") ? "ACCEPTANCE" : null));
    }

    /** Had been waitlisted, and is offered a place until then. */
    public ReceivedEvent offered(UUID registration, long revision, Instant answerBy) {
        return waiting(registration, revision, "WAITLISTED", null, answerBy, Map.of("waitlisted", 1, "offered", (int)
                revision));
    }

    private ReceivedEvent waiting(
            UUID registration,
            long revision,
            String status,
            @Nullable String pendingFor,
            @Nullable Instant answerBy,
            Map<String, Integer> occasions) {
        return event("registration", "atrium.registrations", registration, json -> {
            fill(json, registration, revision, status, null, occasions);
            json.put("pendingFor", pendingFor);
            json.put("answerBy", answerBy == null ? null : answerBy.toString());
        });
    }

    public ReceivedEvent confirmed(UUID registration) {
        return confirmed(registration, Instant.now());
    }

    public ReceivedEvent confirmed(UUID registration, Instant at) {
        return registration(registration, 1, "CONFIRMED", at, Map.of("confirmed", 1));
    }

    public ReceivedEvent waitlisted(UUID registration) {
        return registration(registration, 1, "WAITLISTED", null, Map.of("waitlisted", 1));
    }

    public ReceivedEvent promoted(UUID registration, long revision) {
        return registration(
                registration, revision, "CONFIRMED", Instant.now(), Map.of("waitlisted", 1, "promoted", revision));
    }

    /** Their address is another one since that revision, and their links of before are worthless. */
    public ReceivedEvent addressChanged(UUID registration, int revision, Map<String, Integer> before) {
        Map<String, Integer> occasions = new HashMap<>(before);
        occasions.put("addressChanged", revision);
        return but(
                registration(registration, revision, "CONFIRMED", Instant.now(), occasions),
                json -> json.put("linkVersion", 2));
    }

    /** The same but for these changes. */
    public static ReceivedEvent but(ReceivedEvent event, Consumer<ObjectNode> changes) {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(event.payload());
        changes.accept(json);
        String payload = json.toString();
        Contracts.event(event.type().split("\\.")[2]).assertValid(payload);
        return new ReceivedEvent(event.topic(), event.key(), event.type(), event.time(), payload);
    }

    public ReceivedEvent cancelled(UUID registration, long revision) {
        return registration(registration, revision, "CANCELLED", null, Map.of("confirmed", 1, "cancelled", revision));
    }

    public ReceivedEvent registration(
            UUID registration,
            long revision,
            String status,
            @Nullable Instant at,
            Map<String, ? extends Number> occasions) {
        return registration(registration, revision, status, at, occasions, List.of());
    }

    public ReceivedEvent registration(
            UUID registration,
            long revision,
            String status,
            @Nullable Instant confirmedAt,
            Map<String, ? extends Number> occasions,
            List<UUID> attended) {
        return event("registration", "atrium.registrations", registration, json -> {
            fill(json, registration, revision, status, confirmedAt, occasions);
            attended.forEach(session -> json.withArray("attended").add(session.toString()));
        });
    }

    private void fill(
            ObjectNode json,
            UUID registration,
            long revision,
            String status,
            @Nullable Instant confirmedAt,
            Map<String, ? extends Number> occasions) {
        json.put("id", registration.toString());
        json.put("activity", activity.toString());
        json.put("revision", revision);
        json.put("status", status);
        json.put("confirmedAt", confirmedAt == null ? null : confirmedAt.toString());
        ObjectNode happened = json.putObject("occasions");
        occasions.forEach((name, when) -> happened.put(name, when.longValue()));
    }

    /** Of revision 1 of the session, an hour before its start, not expired. */
    public ReceivedEvent reminder(Instant dueAt) {
        return reminder(dueAt, startsAt, 1);
    }

    public ReceivedEvent reminder(Instant dueAt, Instant expiresAt, long sessionRevision) {
        return event("reminder", "atrium.reminders", session, json -> {
            json.put("activity", activity.toString());
            json.put("session", session.toString());
            json.put("sessionRevision", sessionRevision);
            json.put("distance", Duration.ofHours(1).toString());
            json.put("dueAt", dueAt.toString());
            json.put("expiresAt", expiresAt.toString());
        });
    }

    /** The only part of a message in English and French to these. */
    public ReceivedEvent message(UUID message, UUID... registrations) {
        return event("message", "atrium.messages", message, json -> {
            json.put("id", message.toString()).put("activity", activity.toString());
            json.put("recipients", registrations.length);
            ArrayNode addressed = json.putArray("registrations");
            Stream.of(registrations).map(UUID::toString).forEach(addressed::add);
        });
    }

    public ReceivedEvent recording(long revision, String state, String access, Instant publishedAt) {
        return event("recording", "atrium.recordings", recording, json -> {
            json.put("id", recording.toString());
            json.put("revision", revision);
            json.put("activity", activity.toString());
            json.put("session", session.toString());
            json.put("state", state);
            json.put("access", access);
            json.put("publishedAt", publishedAt.toString());
        });
    }

    /** For a while only. */
    public ReceivedEvent recordingUntil(long revision, Instant publishedAt, Instant until) {
        return event("recording", "atrium.recordings", recording, json -> {
            json.put("id", recording.toString());
            json.put("revision", revision);
            json.put("activity", activity.toString());
            json.put("session", session.toString());
            json.put("access", "REGISTRANTS");
            json.put("publishedAt", publishedAt.toString());
            json.put("availableUntil", until.toString());
        });
    }

    private static ReceivedEvent event(String contract, String topic, UUID key, Consumer<ObjectNode> changes) {
        String payload = Contracts.event(contract).exampleWith(changes);
        return new ReceivedEvent(
                topic, key.toString(), "museum.atrium." + contract + ".updated.v1", Instant.now(), payload);
    }
}

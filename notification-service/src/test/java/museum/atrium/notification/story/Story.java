package museum.atrium.notification.story;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One activity with one session and those who register for it, told in events that keep the contracts. */
public final class Story {

    public final UUID activity = UUID.randomUUID();
    public final UUID session = UUID.randomUUID();
    public final UUID recording = UUID.randomUUID();
    public final Instant startsAt = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

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

    private ReceivedEvent activity(long revision, String status, long sessionRevision, String session, Instant start) {
        return event("activity", "atrium.activities", activity, json -> {
            json.put("id", activity.toString());
            json.put("revision", revision);
            json.put("status", status);
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
        return event("contact", "atrium.contacts", registration, json -> {
            json.put("registration", registration.toString());
            json.put("revision", 1);
            json.put("email", address(registration));
        });
    }

    public ReceivedEvent erased(UUID registration) {
        return new ReceivedEvent(
                "atrium.contacts", registration.toString(), "museum.atrium.contact.updated.v1", Instant.now(), null);
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
            json.put("id", registration.toString());
            json.put("activity", activity.toString());
            json.put("revision", revision);
            json.put("status", status);
            json.put("confirmedAt", confirmedAt == null ? null : confirmedAt.toString());
            ObjectNode happened = json.putObject("occasions");
            occasions.forEach((name, when) -> happened.put(name, when.longValue()));
            attended.forEach(session -> json.withArray("attended").add(session.toString()));
        });
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

    private static ReceivedEvent event(String contract, String topic, UUID key, Consumer<ObjectNode> changes) {
        String payload = Contracts.event(contract).exampleWith(changes);
        return new ReceivedEvent(
                topic, key.toString(), "museum.atrium." + contract + ".updated.v1", Instant.now(), payload);
    }
}

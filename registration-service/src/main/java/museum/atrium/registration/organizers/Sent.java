package museum.atrium.registration.organizers;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Editing;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a form, turned into what a program would have written. What is wrong with it is said by who checks that. */
final class Sent {

    private static final JsonMapper JSON = new JsonMapper();

    /** Who may be written to. */
    static final List<String> WRITTEN_TO = Stream.of(
                    RegistrationStatus.CONFIRMED,
                    RegistrationStatus.WAITLISTED,
                    RegistrationStatus.INTERESTED,
                    RegistrationStatus.PENDING)
            .map(Enum::name)
            .toList();

    private final MultiValueMap<String, String> fields;
    private final List<FieldError> wrong = new ArrayList<>();

    Sent(MultiValueMap<String, String> fields) {
        this.fields = fields;
    }

    /** What is new has nothing that could be taken away. */
    static ObjectNode withoutNulls(ObjectNode written) {
        ObjectNode kept = JSON.createObjectNode();
        written.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode inner) {
                kept.set(field.getKey(), withoutNulls(inner));
            } else if (!field.getValue().isNull()) {
                kept.set(field.getKey(), field.getValue());
            }
        });
        return kept;
    }

    /**
     * What differs, as JSON Merge Patch (RFC 7396): what was not touched stays as it is, and keeps what a form cannot show of it.
     *
     * @param stored as its form would have it if it were sent untouched
     */
    static ObjectNode changed(ObjectNode stored, ObjectNode written) {
        ObjectNode changed = JSON.createObjectNode();
        written.properties().forEach(field -> {
            JsonNode before = stored.path(field.getKey());
            JsonNode now = field.getValue();
            if (before instanceof ObjectNode part && now instanceof ObjectNode whole) {
                ObjectNode inner = changed(part, whole);
                if (!inner.isEmpty()) {
                    changed.set(field.getKey(), inner);
                }
            } else if (!now.equals(before) && !(now.isNull() && before.isMissingNode())) {
                changed.set(field.getKey(), now);
            }
        });
        return changed;
    }

    /** As {@link #changed}; a session that begins at another time would keep its length, if its end did not go along. */
    static ObjectNode changedSession(ObjectNode stored, ObjectNode written) {
        ObjectNode changed = changed(stored, written);
        return changed.has("startsAt") ? changed.set("endsAt", written.get("endsAt")) : changed;
    }

    /** As it was sent, without blanks around it; empty where it was not. */
    String text(String name) {
        return text(fields, name);
    }

    /** As {@link #text(String)}; lines end as everywhere but in forms. */
    static String text(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    /** Without a title of its own it is called as its activity. */
    ObjectNode session() {
        ObjectNode session = JSON.createObjectNode();
        texts("title", session);
        ZoneId zone = zone(text("timeZone"));
        session.put("timeZone", text("timeZone"));
        instant("startsAt", zone, session);
        instant("endsAt", zone, session);
        optional("joinUrl", session);
        optional("hostUrl", session);
        number("capacity", session);
        refuseIfWrong();
        return session;
    }

    /**
     * What was not sent at all is not said anything of, but for ticks: they are sent only where they are set.
     *
     * @param stored keeps what the form does not show of it; null: it is a new one
     */
    ObjectNode activity(@Nullable Activity stored) {
        ObjectNode activity = JSON.createObjectNode();
        for (String plain : List.of("slug", "kind", "language", "network", "series")) {
            if (fields.containsKey(plain)) {
                optional(plain, activity);
            }
        }
        texts("title", activity);
        texts("summary", activity);
        number("capacity", activity);
        for (String flag : List.of("waitlist", "doubleOptIn", "approval", "invitationOnly")) {
            activity.put(flag, fields.containsKey(flag));
        }
        if (fields.containsKey("cover")) {
            cover(activity, stored != null && stored.presentation().cover() != null);
        }
        if (fields.containsKey("certificate")) {
            ObjectNode terms = JSON.createObjectNode();
            number("certificate", terms);
            activity.set("certificates", terms.path("certificate").isInt() ? certificates(terms) : JSON.nullNode());
        }
        if (fields.containsKey("reminders")) {
            ArrayNode reminders = activity.putArray("reminders");
            Distances.read(text("reminders")).forEach(reminders::add);
        }
        if (fields.containsKey("speakers")) {
            new SpeakerLines(stored == null ? List.of() : stored.speakers())
                    .read(text("speakers"), activity.putArray("speakers"), wrong);
        }
        if (fields.containsKey("organizations")) {
            new OrganizationFields(stored == null ? List.of() : stored.organizations())
                    .read(fields, activity.putArray("organizations"));
        }
        if (!text("timeZone").isEmpty()) {
            ZoneId zone = zone(text("timeZone"));
            optionalInstant("registrationOpensAt", zone, activity);
            optionalInstant("registrationClosesAt", zone, activity);
        }
        refuseIfWrong();
        return activity;
    }

    /** @param recipients how many the organiser was told that it goes to; null: it is only looked at */
    ObjectNode message(@Nullable Integer recipients) {
        ObjectNode message = JSON.createObjectNode();
        texts("subject", message);
        texts("text", message);
        ObjectNode audience = message.putObject("audience");
        ArrayNode statuses = audience.putArray("statuses");
        (text("status").isEmpty() ? WRITTEN_TO : List.of(text("status"))).forEach(statuses::add);
        if (!text("session").isEmpty()) {
            audience.putArray("sessions").add(text("session"));
        }
        if (!text("attended").isEmpty()) {
            audience.put("attended", text("attended").equals("true"));
        }
        if (recipients != null) {
            message.put("recipients", recipients);
        }
        return withoutNulls(message);
    }

    /** Null where it is none. */
    @Nullable Integer count(String name) {
        return text(name).matches("[0-9]{1,8}") ? Integer.valueOf(text(name)) : null;
    }

    /**
     * What a form that is shown again says of the activity that it was opened with: only who was told that somebody else has changed it
     * since may write over that.
     *
     * @param sent with the form; null: it is shown for the first time
     * @return empty: there is no activity yet
     */
    static String revision(@Nullable String sent, @Nullable Activity activity, @Nullable Refusal refusal) {
        boolean told = refusal == null || refusal.slug().equals(Editing.CHANGED_MEANWHILE);
        if (sent != null && !told) {
            return sent;
        }
        return activity == null ? "" : String.valueOf(activity.revision());
    }

    /** Of the activity, when the form was opened; null: the form does not say. */
    @Nullable Long revision() {
        return text("revision").matches("[0-9]{1,18}") ? Long.valueOf(text("revision")) : null;
    }

    /** Its address, and in each language what it shows; without an address there is none, or none any more. */
    private void cover(ObjectNode activity, boolean stored) {
        boolean explained = fields.keySet().stream()
                .anyMatch(field -> field.startsWith("alt.") && !text(field).isEmpty());
        if (text("cover").isEmpty() && explained && !stored) {
            wrong.add(new FieldError("cover.url", "is required, like 'https://museum.example.org/cover.jpg'"));
        } else if (text("cover").isEmpty()) {
            activity.putNull("cover");
        } else {
            texts("alt", activity.putObject("cover").put("url", text("cover")));
        }
    }

    private static ObjectNode certificates(ObjectNode terms) {
        return JSON.createObjectNode()
                .put("minimumPercent", terms.get("certificate").asInt());
    }

    /** In each language that the form has; what is emptied is taken away. */
    private void texts(String name, ObjectNode into) {
        ObjectNode texts = into.putObject(name);
        fields.keySet().stream()
                .filter(field -> field.startsWith(name + "."))
                .forEach(field -> put(texts, field.substring(name.length() + 1), text(field)));
    }

    private void optionalInstant(String name, @Nullable ZoneId zone, ObjectNode into) {
        if (text(name).isEmpty()) {
            into.putNull(name);
        } else {
            instant(name, zone, into);
        }
    }

    private void instant(String name, @Nullable ZoneId zone, ObjectNode into) {
        try {
            LocalDateTime local = LocalDateTime.parse(text(name));
            if (zone != null && zone.getRules().getValidOffsets(local).isEmpty()) {
                wrong.add(new FieldError(name, "does not exist there: clocks are put forward past it on that day"));
            } else if (zone != null) {
                into.put(name, local.atZone(zone).toInstant().toString());
            }
        } catch (DateTimeException noTime) {
            wrong.add(new FieldError(name, "must be a day and a time, like 2030-03-01T14:00"));
        }
    }

    private @Nullable ZoneId zone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException noZone) {
            wrong.add(new FieldError("timeZone", "is not a time zone; write an IANA name like 'Europe/Paris'"));
            return null;
        }
    }

    private void number(String name, ObjectNode into) {
        if (!fields.containsKey(name)) {
            return;
        }
        String written = text(name);
        if (written.isEmpty()) {
            into.putNull(name);
        } else if (written.matches("-?[0-9]{1,7}")) {
            into.put(name, Integer.parseInt(written));
        } else {
            wrong.add(new FieldError(name, "must be a number, or empty where there is room for everybody"));
        }
    }

    private void optional(String name, ObjectNode into) {
        put(into, name, text(name));
    }

    static void put(ObjectNode into, String name, String value) {
        if (value.isEmpty()) {
            into.putNull(name);
        } else {
            into.put(name, value);
        }
    }

    private void refuseIfWrong() {
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }
}

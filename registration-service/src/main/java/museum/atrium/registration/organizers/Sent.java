package museum.atrium.registration.organizers;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a form, turned into what a program would have written. What is wrong with it is said by who checks that. */
final class Sent {

    private static final JsonMapper JSON = new JsonMapper();

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

    /** As it was sent, without blanks around it; empty where it was not. */
    String text(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
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

    ObjectNode activity() {
        ObjectNode activity = JSON.createObjectNode();
        for (String plain : List.of("slug", "kind", "language")) {
            if (fields.containsKey(plain)) {
                optional(plain, activity);
            }
        }
        optional("network", activity);
        optional("series", activity);
        texts("title", activity);
        texts("summary", activity);
        number("capacity", activity);
        for (String flag : List.of("waitlist", "doubleOptIn", "approval", "invitationOnly")) {
            activity.put(flag, fields.containsKey(flag));
        }
        ArrayNode reminders = activity.putArray("reminders");
        Distances.read(text("reminders")).forEach(reminders::add);
        speakers(activity.putArray("speakers"));
        refuseIfWrong();
        return activity;
    }

    /** @param recipients how many the organiser was told that it goes to; null: it is only looked at */
    ObjectNode message(@Nullable Integer recipients) {
        ObjectNode message = JSON.createObjectNode();
        texts("subject", message);
        texts("text", message);
        ObjectNode audience = message.putObject("audience");
        if (!text("status").isEmpty()) {
            audience.putArray("statuses").add(text("status"));
        }
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

    /** One in each line: a name, and behind semicolons where they work and the two letters of their country. */
    private void speakers(ArrayNode speakers) {
        text("speakers").lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] parts = line.split(";", -1);
            ObjectNode speaker = speakers.addObject().put("name", parts[0].strip());
            put(speaker, "affiliation", parts.length > 1 ? parts[1].strip() : "");
            put(speaker, "country", parts.length > 2 ? parts[2].strip() : "");
        });
    }

    /** In each language that the form has; what is emptied is taken away. */
    private void texts(String name, ObjectNode into) {
        ObjectNode texts = into.putObject(name);
        fields.keySet().stream()
                .filter(field -> field.startsWith(name + "."))
                .forEach(field -> put(texts, field.substring(name.length() + 1), text(field)));
    }

    private void instant(String name, @Nullable ZoneId zone, ObjectNode into) {
        try {
            if (zone != null) {
                into.put(
                        name,
                        LocalDateTime.parse(text(name)).atZone(zone).toInstant().toString());
            }
        } catch (DateTimeException noTime) {
            wrong.add(new FieldError(name, "must be a day and a time, like 2030-03-01T14:00"));
        }
    }

    private @Nullable ZoneId zone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException noZone) {
            wrong.add(new FieldError("timeZone", "must be one like 'Europe/Paris'"));
            return null;
        }
    }

    private void number(String name, ObjectNode into) {
        String written = text(name);
        if (written.isEmpty()) {
            into.putNull(name);
        } else if (written.matches("[0-9]{1,7}")) {
            into.put(name, Integer.parseInt(written));
        } else {
            wrong.add(new FieldError(name, "must be a number, or empty where there is room for everybody"));
        }
    }

    private void optional(String name, ObjectNode into) {
        put(into, name, text(name));
    }

    private static void put(ObjectNode into, String name, String value) {
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

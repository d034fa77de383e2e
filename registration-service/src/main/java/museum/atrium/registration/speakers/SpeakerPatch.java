package museum.atrium.registration.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.ChangedFields;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an invitation that an organiser changes (JSON Merge Patch), read and not yet checked. */
record SpeakerPatch(ObjectNode changes) {

    private static final Set<String> CHANGEABLE = Set.of("name", "language", "timeZone", "sessions");

    /** @throws Refusal naming every field that cannot be changed */
    static SpeakerPatch of(JsonNode body) {
        return new SpeakerPatch(ChangedFields.of(
                body, CHANGEABLE, "cannot be changed; withdraw this invitation and invite the other address"));
    }

    /** What is stored as the request that would make it, with the changes laid over it. */
    SpeakerRequest over(SpeakerInvitation stored) {
        Invitee invitee = stored.invitee();
        return new SpeakerRequest(
                text("name", invitee.name()),
                invitee.email().text(),
                text("language", invitee.language()),
                text("timeZone", invitee.timeZone().getId()),
                changes.has("sessions") ? ids(changes.get("sessions")) : ids(stored.sessions()));
    }

    private @Nullable String text(String field, String stored) {
        JsonNode value = changes.get(field);
        if (value == null) {
            return stored;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Refusal.invalid(new FieldError(field, "must be text"));
        }
        return value.stringValue();
    }

    private static @Nullable List<@Nullable String> ids(@Nullable Set<SessionId> sessions) {
        if (sessions == null) {
            return null;
        }
        List<@Nullable String> ids = new ArrayList<>();
        sessions.forEach(session -> ids.add(session.toString()));
        return ids;
    }

    private static @Nullable List<@Nullable String> ids(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
            throw Refusal.invalid(new FieldError("sessions", "must be a list of ids of sessions"));
        }
        List<@Nullable String> ids = new ArrayList<>();
        value.forEach(id -> ids.add(id.stringValue()));
        return ids;
    }
}

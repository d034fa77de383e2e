package museum.atrium.registration.programme;

import museum.atrium.http.json.StrictJson;
import museum.atrium.registration.checking.ChangedFields;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes as JSON Merge Patch (RFC 7396): what is stored is written as the draft that would make it, the changes are laid
 * over it, and the result is read and checked like a new draft.
 */
@Component
public class Patching {

    private final JsonMapper json;
    private final StrictJson strict;
    private final DraftMapper drafts;

    Patching(JsonMapper json, StrictJson strict, DraftMapper drafts) {
        this.json = json;
        this.strict = strict;
        this.drafts = drafts;
    }

    public ObjectNode object(JsonNode patch) {
        return ChangedFields.of(patch);
    }

    ActivityDraft edited(Activity activity, ObjectNode changes) {
        return strict.read(merge(drafts.toDraft(activity), changes), ActivityDraft.class);
    }

    /** @param stored as the draft that would make it */
    public <D> D edited(D stored, ObjectNode changes, Class<D> type) {
        return strict.read(merge(stored, changes), type);
    }

    /** A session that only gets a new start keeps its length. */
    SessionDraft edited(Session session, ObjectNode changes) {
        ObjectNode merged = merge(drafts.toDraft(session), changes);
        SessionDraft draft = strict.read(merged, SessionDraft.class);
        if (draft.startsAt() == null || changes.has("endsAt") || !changes.has("startsAt")) {
            return draft;
        }
        return new SessionDraft(
                draft.title(),
                draft.startsAt(),
                draft.startsAt().plus(java.time.Duration.between(session.startsAt(), session.endsAt())),
                draft.timeZone(),
                draft.joinUrl(),
                draft.hostUrl(),
                draft.capacity(),
                draft.selfPaced(),
                draft.language(),
                draft.interpretation(),
                draft.materials());
    }

    private ObjectNode merge(Object draft, ObjectNode changes) {
        ObjectNode target = json.valueToTree(draft);
        apply(changes, target);
        return target;
    }

    private static void apply(ObjectNode changes, ObjectNode target) {
        for (var change : changes.properties()) {
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(change.getKey());
            } else if (value instanceof ObjectNode object) {
                ObjectNode inner = target.get(change.getKey()) instanceof ObjectNode existing
                        ? existing
                        : target.putObject(change.getKey());
                apply(object, inner);
            } else {
                target.set(change.getKey(), value);
            }
        }
    }
}

package museum.atrium.registration.programme;

import museum.atrium.http.json.StrictJson;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What organisers write into the programme, as the calls of programs have it, by whichever way it comes. */
@Component
public class Editing {

    private final Drafting drafting;
    private final ChangingActivities changing;
    private final ChangingSessions sessions;
    private final StrictJson strict;

    Editing(Drafting drafting, ChangingActivities changing, ChangingSessions sessions, StrictJson strict) {
        this.drafting = drafting;
        this.changing = changing;
        this.sessions = sessions;
        this.strict = strict;
    }

    public Activity draft(ObjectNode activity) {
        return drafting.draft(strict.read(activity, ActivityDraft.class));
    }

    /** @param patch JSON Merge Patch (RFC 7396) */
    public Activity edit(String slug, JsonNode patch) {
        return changing.edit(slug, patch);
    }

    public Activity addSession(String slug, ObjectNode session) {
        return sessions.add(slug, strict.read(session, SessionDraft.class));
    }

    /** @param patch JSON Merge Patch (RFC 7396) */
    public Activity editSession(SessionId id, JsonNode patch) {
        return sessions.edit(id, patch);
    }

    public Activity cancelSession(SessionId id) {
        return sessions.cancel(id);
    }
}

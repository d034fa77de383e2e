package museum.atrium.registration.programme;

import museum.atrium.http.Refusal;
import museum.atrium.http.json.StrictJson;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What organisers write into the programme, as the calls of programs have it, by whichever way it comes. */
@Component
public class Editing {

    /** The slug of what is refused because it was written without having seen what is there now. */
    public static final String CHANGED_MEANWHILE = "changed-meanwhile";

    private final Drafting drafting;
    private final ChangingActivities changing;
    private final ChangingSessions sessions;
    private final Activities activities;
    private final StrictJson strict;

    Editing(
            Drafting drafting,
            ChangingActivities changing,
            ChangingSessions sessions,
            Activities activities,
            StrictJson strict) {
        this.drafting = drafting;
        this.changing = changing;
        this.sessions = sessions;
        this.activities = activities;
        this.strict = strict;
    }

    public Activity draft(ObjectNode activity) {
        return drafting.draft(strict.read(activity, ActivityDraft.class));
    }

    /**
     * @param patch JSON Merge Patch (RFC 7396)
     * @param seen the revision of the activity that whoever writes it has seen; null: whichever it has
     * @throws Refusal 409 if it has another one by now
     */
    @Transactional
    public Activity edit(String slug, JsonNode patch, @Nullable Long seen) {
        activities.holdNetworks();
        refuseUnless(slug, seen);
        return changing.edit(slug, patch);
    }

    /** @param seen as of {@link #edit} */
    @Transactional
    public Activity addSession(String slug, ObjectNode session, @Nullable Long seen) {
        refuseUnless(slug, seen);
        return sessions.add(slug, strict.read(session, SessionDraft.class));
    }

    /**
     * @param slug of its activity
     * @param patch JSON Merge Patch (RFC 7396)
     * @param seen as of {@link #edit}
     */
    @Transactional
    public Activity editSession(String slug, SessionId id, JsonNode patch, @Nullable Long seen) {
        refuseUnless(slug, seen);
        return sessions.edit(id, patch);
    }

    /** Locked until what is written is committed: nobody writes in between. */
    private void refuseUnless(String slug, @Nullable Long seen) {
        boolean another = seen != null
                && activities
                        .lockBySlug(slug)
                        .filter(activity -> activity.revision() != seen)
                        .isPresent();
        if (another) {
            throw Refusal.conflict(
                    CHANGED_MEANWHILE,
                    "Somebody has changed this activity since you opened this page. Look at it in another window: if you save once more, what stands here counts.");
        }
    }

    public Activity cancelSession(SessionId id) {
        return sessions.cancel(id);
    }
}

package museum.atrium.registration.speakers;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * One person, one activity, the sessions that they are asked to speak in.
 *
 * @param revision rises with every change
 * @param sessions null: every session, also one that is added later
 * @param linkVersion raised to make all links that were sent worthless
 * @param invitedAt when they were first asked
 * @param answeredAt when the answer that holds was given; null: there is none
 * @param occasions what happened, with the revision at which it last did
 */
public record SpeakerInvitation(
        SpeakerId id,
        ActivityId activity,
        long revision,
        SpeakerStatus status,
        Invitee invitee,
        @Nullable Set<SessionId> sessions,
        int linkVersion,
        Instant invitedAt,
        @Nullable Instant answeredAt,
        Map<SpeakerOccasion, Long> occasions) {

    static SpeakerInvitation first(
            SpeakerId id, ActivityId activity, Invitee invitee, @Nullable Set<SessionId> sessions, Instant now) {
        return new SpeakerInvitation(
                id,
                activity,
                1,
                SpeakerStatus.INVITED,
                invitee,
                sessions,
                1,
                now,
                null,
                Map.of(SpeakerOccasion.INVITED, 1L));
    }

    /** When they said that they will speak; null unless that is how it stands. */
    public @Nullable Instant acceptedAt() {
        return status == SpeakerStatus.ACCEPTED ? answeredAt : null;
    }

    boolean includes(SessionId session) {
        return sessions == null || sessions.contains(session);
    }

    /** Whether they have said that they will speak there. */
    boolean leads(SessionId session) {
        return status == SpeakerStatus.ACCEPTED && includes(session);
    }

    /** By mail, with new links: who has accepted stays so, everybody else is asked anew. */
    SpeakerInvitation again() {
        boolean accepted = status == SpeakerStatus.ACCEPTED;
        return new SpeakerInvitation(
                id,
                activity,
                revision + 1,
                accepted ? status : SpeakerStatus.INVITED,
                invitee,
                sessions,
                linkVersion + 1,
                invitedAt,
                accepted ? answeredAt : null,
                noting(accepted ? SpeakerOccasion.ACCEPTED : SpeakerOccasion.INVITED));
    }

    SpeakerInvitation accepted(Instant now) {
        return become(SpeakerStatus.ACCEPTED, now, SpeakerOccasion.ACCEPTED);
    }

    SpeakerInvitation declined(Instant now) {
        return become(SpeakerStatus.DECLINED, now, SpeakerOccasion.DECLINED);
    }

    SpeakerInvitation withdrawn() {
        return become(SpeakerStatus.WITHDRAWN, null, SpeakerOccasion.WITHDRAWN);
    }

    /** Only other sessions are an occasion to write: who has not answered is asked anew, for those. */
    SpeakerInvitation changed(Invitee edited, @Nullable Set<SessionId> chosen) {
        boolean otherSessions = !Objects.equals(sessions, chosen);
        return new SpeakerInvitation(
                id,
                activity,
                revision + 1,
                status,
                edited,
                chosen,
                linkVersion,
                invitedAt,
                answeredAt,
                switch (status) {
                    case INVITED -> otherSessions ? noting(SpeakerOccasion.INVITED) : occasions;
                    case ACCEPTED -> otherSessions ? noting(SpeakerOccasion.CHANGED) : occasions;
                    case DECLINED, WITHDRAWN -> occasions;
                });
    }

    private SpeakerInvitation become(SpeakerStatus then, @Nullable Instant at, SpeakerOccasion occasion) {
        return new SpeakerInvitation(
                id, activity, revision + 1, then, invitee, sessions, linkVersion, invitedAt, at, noting(occasion));
    }

    private Map<SpeakerOccasion, Long> noting(SpeakerOccasion occasion) {
        Map<SpeakerOccasion, Long> known = new EnumMap<>(SpeakerOccasion.class);
        known.putAll(occasions);
        known.put(occasion, revision + 1);
        return known;
    }
}

package museum.atrium.registration.speakers;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.rooms.JoinState;
import museum.atrium.registration.rooms.Rooms;

/**
 * A session as the page of an invitation to speak shows it.
 *
 * @param start as machines read it
 * @param state what the way into the room offers, as the end of a key in the pages' messages; empty: nothing that is worth
 *     saying
 * @param opens when it will be open, where it is too early
 * @param room where the button leads; empty: there is none
 */
record SpeakingLine(
        SessionId id,
        String title,
        String when,
        String start,
        boolean cancelled,
        String state,
        String opens,
        Optional<URI> room) {

    /** All that they are asked to speak in, in the order in which they begin. */
    static List<SpeakingLine> of(SpeakerInvitation invitation, Activity activity, Rooms rooms, Page page) {
        Locale language = page.languageOf(invitation.invitee().language());
        SessionTimes times = new SessionTimes(language, invitation.invitee().timeZone());
        return activity.sessions().stream()
                .filter(session -> invitation.includes(session.id()))
                .sorted(Comparator.comparing(Session::startsAt))
                .map(session -> {
                    JoinState state = rooms.forHost(activity, session, invitation.leads(session.id()));
                    return new SpeakingLine(
                            session.id(),
                            page.text(activity.titleOf(session), activity.language(), language),
                            times.span(session),
                            session.startsAt().toString(),
                            !session.takesPlace(),
                            words(state),
                            state instanceof JoinState.Early early ? times.moment(early.opensAt()) : "",
                            state instanceof JoinState.Open open ? Optional.of(open.room()) : Optional.empty());
                })
                .toList();
    }

    /** That a session is cancelled, and that somebody has not accepted, stands elsewhere on the page. */
    private static String words(JoinState state) {
        return switch (state) {
            case JoinState.Open open -> "";
            case JoinState.Early early -> "Early";
            case JoinState.Over over -> "Over";
            case JoinState.NoRoom none -> "NoRoom";
            case JoinState.SessionCancelled cancelled -> "";
            case JoinState.NoPlace none -> "";
        };
    }
}

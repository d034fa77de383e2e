package museum.atrium.registration.speakers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale.LanguageRange;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SessionStatus;
import museum.atrium.registration.reachability.Reach;
import org.jspecify.annotations.Nullable;

/** One's own invitation as its owner sees it, with all that is held about them. Never where the rooms are. */
public record SpeakerView(
        SpeakerStatus status,
        ActivityView activity,
        String email,
        String name,
        String language,
        String timeZone,
        List<SessionView> sessions,
        Instant invitedAt,
        @Nullable Instant answeredAt,
        Reach reach) {

    record ActivityView(String slug, ActivityKind kind, String title, ActivityStatus status) {}

    record SessionView(
            SessionId id, String title, Instant startsAt, Instant endsAt, String timeZone, SessionStatus status) {}

    static SpeakerView of(SpeakerInvitation invitation, Activity activity, Reach reach) {
        Invitee invitee = invitation.invitee();
        List<LanguageRange> wanted = LanguageRange.parse(invitee.language());
        return new SpeakerView(
                invitation.status(),
                new ActivityView(
                        activity.slug(),
                        activity.kind(),
                        activity.title().in(wanted, activity.language()),
                        activity.status()),
                invitee.email().text(),
                invitee.name(),
                invitee.language(),
                invitee.timeZone().getId(),
                activity.sessions().stream()
                        .filter(session -> invitation.includes(session.id()))
                        .sorted(Comparator.comparing(Session::startsAt))
                        .map(session -> new SessionView(
                                session.id(),
                                activity.titleOf(session).in(wanted, activity.language()),
                                session.startsAt(),
                                session.endsAt(),
                                session.timeZone().getId(),
                                session.status()))
                        .toList(),
                invitation.invitedAt(),
                invitation.answeredAt(),
                reach);
    }
}

package museum.atrium.registration.speakers;

import java.time.Instant;
import java.util.List;
import museum.atrium.registration.reachability.Reach;
import org.jspecify.annotations.Nullable;

/** An invitation as organisers see it. */
record OrganizerSpeaker(
        SpeakerId id,
        SpeakerStatus status,
        String name,
        String email,
        String language,
        String timeZone,
        @Nullable List<String> sessions,
        Instant invitedAt,
        @Nullable Instant answeredAt,
        Reach reach) {

    static OrganizerSpeaker of(SpeakerInvitation invitation, Reach reach) {
        Invitee invitee = invitation.invitee();
        return new OrganizerSpeaker(
                invitation.id(),
                invitation.status(),
                invitee.name(),
                invitee.email().text(),
                invitee.language(),
                invitee.timeZone().getId(),
                invitation.sessions() == null
                        ? null
                        : invitation.sessions().stream()
                                .map(Object::toString)
                                .sorted()
                                .toList(),
                invitation.invitedAt(),
                invitation.answeredAt(),
                reach);
    }
}

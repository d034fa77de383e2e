package museum.atrium.registration.announcing;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.speakers.Invitee;
import museum.atrium.registration.speakers.SpeakerInvitation;
import museum.atrium.registration.speakers.SpeakerStatus;
import org.jspecify.annotations.Nullable;

/** An invitation to speak as others may know it: to them it is a registration, of another role. */
final class SpeakerContracts {

    private SpeakerContracts() {}

    static RegistrationContract toContract(SpeakerInvitation invitation) {
        return new RegistrationContract(
                invitation.id().value(),
                invitation.revision(),
                RegistrationContract.Role.SPEAKER,
                invitation.activity().value(),
                switch (invitation.status()) {
                    case INVITED -> "PENDING";
                    case ACCEPTED -> "CONFIRMED";
                    case DECLINED, WITHDRAWN -> "CANCELLED";
                },
                invitation.status() == SpeakerStatus.INVITED ? "ACCEPTANCE" : null,
                null,
                sessions(invitation.sessions()),
                invitation.invitedAt(),
                invitation.acceptedAt(),
                invitation.linkVersion(),
                occasions(invitation),
                List.of(),
                null);
    }

    static ContactContract toContact(SpeakerInvitation invitation) {
        Invitee invitee = invitation.invitee();
        return new ContactContract(
                invitation.id().value(),
                invitation.revision(),
                invitee.email().text(),
                invitee.name(),
                invitee.language(),
                invitee.timeZone().getId());
    }

    private static Map<String, Long> occasions(SpeakerInvitation invitation) {
        return invitation.occasions().entrySet().stream()
                .collect(toMap(entry -> entry.getKey().wireName(), Map.Entry::getValue, Math::max, TreeMap::new));
    }

    private static @Nullable List<UUID> sessions(@Nullable Set<SessionId> sessions) {
        return sessions == null
                ? null
                : sessions.stream().map(SessionId::value).sorted().toList();
    }
}

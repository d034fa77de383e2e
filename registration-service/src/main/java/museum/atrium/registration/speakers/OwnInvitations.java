package museum.atrium.registration.speakers;

import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.links.SignedLinks;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Opens the personal links that speakers' mails carry. A link whose version is not the invitation's opens nothing. */
@Component
public class OwnInvitations {

    private final SpeakerInvitations invitations;
    private final SignedLinks speakingLinks;
    private final SignedLinks joinLinks;

    OwnInvitations(
            SpeakerInvitations invitations,
            @Qualifier("speakingLinks") SignedLinks speakingLinks,
            @Qualifier("joinLinks") SignedLinks joinLinks) {
        this.invitations = invitations;
        this.speakingLinks = speakingLinks;
        this.joinLinks = joinLinks;
    }

    /** @throws Refusal 404, whatever it is that makes the token worthless */
    public SpeakerInvitation byToken(String token) {
        return open(speakingLinks, token).orElseThrow(OwnInvitations::worthless);
    }

    /** Such links are participants' as well. */
    Optional<SpeakerInvitation> byJoinToken(String token) {
        return open(joinLinks, token);
    }

    static Refusal worthless() {
        return Refusal.notFound("This link is not valid. Open it from the newest mail that you got, as a whole.");
    }

    private Optional<SpeakerInvitation> open(SignedLinks links, String token) {
        return links.open(token)
                .flatMap(link -> invitations
                        .find(new SpeakerId(link.subject()))
                        .filter(invitation -> invitation.linkVersion() == link.version()));
    }
}

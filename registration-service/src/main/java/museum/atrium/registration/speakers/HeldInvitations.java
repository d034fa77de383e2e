package museum.atrium.registration.speakers;

import java.util.Optional;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.reachability.Reaches;
import org.springframework.stereotype.Component;

/** All that is held here about somebody who was invited to speak, by the invitation's id. */
@Component
public class HeldInvitations {

    private final SpeakerInvitations invitations;
    private final Activities activities;
    private final Reaches reaches;

    HeldInvitations(SpeakerInvitations invitations, Activities activities, Reaches reaches) {
        this.invitations = invitations;
        this.activities = activities;
        this.reaches = reaches;
    }

    public Optional<SpeakerView> find(SpeakerId id) {
        return invitations
                .find(id)
                .map(invitation -> SpeakerView.of(
                        invitation,
                        activities.find(invitation.activity()).orElseThrow(),
                        reaches.of(invitation.id().value())));
    }
}

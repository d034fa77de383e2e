package museum.atrium.registration.speakers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import museum.atrium.registration.erasure.Erased;
import museum.atrium.registration.erasure.ErasureId;
import museum.atrium.registration.erasure.ErasureLedger;
import museum.atrium.registration.erasure.ErasureSubject;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who was invited to speak, here and by tombstones everywhere else. */
@Component
public class ErasingSpeakers {

    private final Activities activities;
    private final SpeakerInvitations invitations;
    private final AccountableInvitations changes;
    private final ErasureLedger ledger;

    ErasingSpeakers(
            Activities activities,
            SpeakerInvitations invitations,
            AccountableInvitations changes,
            ErasureLedger ledger) {
        this.activities = activities;
        this.invitations = invitations;
        this.changes = changes;
        this.ledger = ledger;
    }

    /** @return empty: there is no such invitation */
    @Transactional
    public Optional<ErasureId> erase(SpeakerId id) {
        return invitations.find(id).map(this::erase);
    }

    /** What somebody else erased meanwhile is erased. */
    @Transactional
    public ErasureId erase(SpeakerInvitation found) {
        Activity activity = activities.lock(found.activity()).orElseThrow();
        List<SpeakerInvitation> there = invitations.find(found.id()).stream().toList();
        return ledger.enter(ErasureSubject.REGISTRATION, null, forget(activity, there));
    }

    /** An address's invitation to this activity; whoever calls it enters that into the ledger. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Erased eraseAll(ActivityId of, String addressKey) {
        Activity activity = activities.lock(of).orElseThrow();
        List<SpeakerInvitation> own = invitations.of(of).stream()
                .filter(invitation -> invitation.invitee().email().key().equals(addressKey))
                .toList();
        return forget(activity, own);
    }

    /** All invitations to this activity; whoever calls it enters that into the ledger. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Erased eraseAll(ActivityId of) {
        return forget(activities.lock(of).orElseThrow(), invitations.of(of));
    }

    private Erased forget(Activity activity, List<SpeakerInvitation> all) {
        Erased erased = Erased.NOTHING;
        for (SpeakerInvitation invitation : all) {
            invitations.erase(invitation.id());
            changes.erased(activity, invitation.id());
            erased = erased.and(new Erased(
                    Map.of(invitation.id().value(), invitation.invitee().email().key()), Map.of("invitations", 1)));
        }
        return erased;
    }
}

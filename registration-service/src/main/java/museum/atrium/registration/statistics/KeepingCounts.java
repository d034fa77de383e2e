package museum.atrium.registration.statistics;

import java.util.Collection;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.RegistrationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds registrations to what is counted for good, before they are deleted: nobody is counted twice, or not at all. */
@Component
public class KeepingCounts {

    private final SignUpCounts signUps;
    private final SessionCounts sessions;
    private final AnswerCounts answers;

    KeepingCounts(SignUpCounts signUps, SessionCounts sessions, AnswerCounts answers) {
        this.signUps = signUps;
        this.sessions = sessions;
        this.answers = answers;
    }

    /**
     * In the transaction that deletes them, which holds the lock of their activity.
     *
     * @param going of this activity
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Activity activity, Collection<RegistrationId> going) {
        UUID[] ids = going.stream().map(RegistrationId::value).toArray(UUID[]::new);
        signUps.keep(activity.id(), ids);
        sessions.keep(activity.id(), ids);
        answers.keep(activity.id(), activity.form(), ids);
    }
}

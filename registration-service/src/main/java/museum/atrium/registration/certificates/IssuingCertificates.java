package museum.atrium.registration.certificates;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Certifying;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a certificate to everybody who attended enough, once it is known who did, whoever asks for it and however often.
 *
 * <p>Whatever is noted of somebody's attendance is noted under the lock of their registration, and so is what is issued for
 * it. Either this comes second and sees it, or what was noted comes second and then sees that all is settled (see
 * {@link #issueTo}).
 */
@Component
class IssuingCertificates {

    private static final int AT_ONCE = 500;

    private final Activities activities;
    private final Certifying certifying;
    private final CertificateBatch batch;
    private final Audit audit;
    private final TransactionTemplate transaction;

    IssuingCertificates(
            Activities activities,
            Certifying certifying,
            CertificateBatch batch,
            Audit audit,
            TransactionTemplate transaction) {
        this.activities = activities;
        this.certifying = certifying;
        this.batch = batch;
        this.audit = audit;
        this.transaction = transaction;
    }

    private record Chunk(int issued, @Nullable Registration last) {}

    /**
     * To all of an activity, some at a time; who got one before an instance was killed gets no second one.
     *
     * @return how many were issued
     */
    int issueDue(ActivityId activity) {
        int issued = 0;
        Registration last = null;
        do {
            Chunk chunk = next(activity, last);
            issued += chunk.issued();
            last = chunk.last();
        } while (last != null);
        return issued;
    }

    /** To those of whom something became known just now, in the transaction that noted it. */
    void issueTo(SessionId attended, Collection<RegistrationId> registrations) {
        Activity activity = activities.havingSession(attended);
        if (batch.isDue(activity)) {
            batch.issue(activity, certifying.lockConfirmed(registrations));
        }
    }

    private Chunk next(ActivityId id, @Nullable Registration after) {
        return transaction.execute(status -> {
            Activity activity = activities.find(id).orElseThrow();
            if (!batch.isDue(activity)) {
                return new Chunk(0, null);
            }
            List<Registration> some = certifying.lockConfirmed(id, after, AT_ONCE);
            int issued = batch.issue(activity, some);
            if (issued > 0 || after == null) {
                audit.noted(
                        "certificates.issued", Target.activity(id.value(), activity.slug()), Map.of("issued", issued));
            }
            return new Chunk(issued, some.isEmpty() ? null : some.getLast());
        });
    }
}

package museum.atrium.registration.certificates;

import java.util.List;
import java.util.Map;
import museum.atrium.http.Refusal;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.Certifying;
import museum.atrium.registration.signup.Registration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was issued by mistake is declared worthless, and replaced where somebody is entitled to one after all. */
@Component
class RevokingCertificates {

    private final Certificates certificates;
    private final CertificateBatch batch;
    private final Certifying certifying;
    private final Activities activities;
    private final Audit audit;

    RevokingCertificates(
            Certificates certificates,
            CertificateBatch batch,
            Certifying certifying,
            Activities activities,
            Audit audit) {
        this.certificates = certificates;
        this.batch = batch;
        this.certifying = certifying;
        this.activities = activities;
        this.audit = audit;
    }

    /** Doing it twice changes nothing. */
    @Transactional
    public Certificate revoke(String written, String reason) {
        Certificate certificate = existing(written);
        // Whoever has no place any more is told nothing of it.
        List<Registration> locked = certifying.lockConfirmed(List.of(certificate.registration()));
        if (certificates.revoke(certificate.code(), reason)) {
            certifying.tellRevoked(locked);
            audit.noted(
                    "certificate.revoked",
                    Target.certificate(certificate.id()),
                    Map.of("registration", certificate.registration().value(), "reason", reason));
        }
        return existing(written);
    }

    /**
     * A new one, for what is known to have been attended by now; the old code still leads to the revoked one.
     *
     * @throws Refusal 409 if the registration has a valid one, or is not entitled to one
     */
    @Transactional
    public Certificate reissue(String written) {
        Certificate revoked = existing(written);
        List<Registration> locked = certifying.lockConfirmed(List.of(revoked.registration()));
        if (locked.isEmpty()) {
            throw Refusal.conflict(
                    "no-place",
                    "The registration " + revoked.registration() + " has no place in the activity any more.");
        }
        if (certificates.newestOf(revoked.registration()).orElseThrow().isValid()) {
            throw Refusal.conflict(
                    "certificate-valid",
                    "The registration " + revoked.registration() + " has a valid certificate; revoke that first.");
        }
        Activity activity = activities.find(locked.getFirst().activity()).orElseThrow();
        if (!batch.isDue(activity) || batch.issueAnew(activity, locked) == 0) {
            throw Refusal.conflict(
                    "not-attended-enough",
                    "The registration " + revoked.registration()
                            + " is not known to have attended as much as the activity"
                            + " asks for; correct its attendance first.");
        }
        Certificate reissued = certificates.newestOf(revoked.registration()).orElseThrow();
        audit.noted(
                "certificate.reissued",
                Target.certificate(reissued.id()),
                Map.of("registration", reissued.registration().value(), "instead", revoked.id()));
        return reissued;
    }

    private Certificate existing(String written) {
        return CertificateCode.parse(written)
                .flatMap(certificates::find)
                .orElseThrow(() -> Refusal.notFound("There is no certificate with this code."));
    }
}

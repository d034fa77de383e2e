package museum.atrium.registration.certificates;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import museum.atrium.registration.Ids;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.CertificateTerms;
import museum.atrium.registration.signup.Certifying;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationStatus;
import org.springframework.stereotype.Component;

/**
 * Issues the certificates of some registrations, inside the transaction that has locked them. Who ever had one is passed over:
 * what an organiser revoked does not come back by itself.
 */
@Component
class CertificateBatch {

    private final AttendedTimes times;
    private final Certificates certificates;
    private final Certifying certifying;
    private final Ids ids;
    private final Clock clock;

    CertificateBatch(AttendedTimes times, Certificates certificates, Certifying certifying, Ids ids, Clock clock) {
        this.times = times;
        this.certificates = certificates;
        this.certifying = certifying;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether there can be certificates now: not before it is known who came. */
    boolean isDue(Activity activity) {
        return activity.isPublished() && activity.certificates() != null && activity.isAttendanceKnown(clock.instant());
    }

    /** @return how many were issued */
    int issue(Activity activity, List<Registration> locked) {
        if (locked.isEmpty() || !isDue(activity)) {
            return 0;
        }
        Set<RegistrationId> certified =
                certificates.certified(locked.stream().map(Registration::id).toList());
        return issueAnew(
                activity,
                locked.stream()
                        .filter(registration -> registration.status() == RegistrationStatus.CONFIRMED
                                && !certified.contains(registration.id()))
                        .toList());
    }

    /** Also to those whose certificate was revoked. */
    int issueAnew(Activity activity, List<Registration> locked) {
        CertificateTerms terms = activity.certificates();
        if (terms == null) {
            return 0;
        }
        Map<RegistrationId, AttendedTime> attended = times.of(activity, locked);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Certificate> earned = attended.entrySet().stream()
                .filter(entry -> entry.getValue().isEnough(terms))
                .map(entry -> certificate(entry.getKey(), entry.getValue(), now))
                .toList();
        Set<RegistrationId> issued = certificates.insert(earned);
        Collection<Registration> told = locked.stream()
                .filter(registration -> issued.contains(registration.id()))
                .toList();
        certifying.tellCertified(told);
        return told.size();
    }

    private Certificate certificate(RegistrationId registration, AttendedTime attended, Instant now) {
        return new Certificate(
                ids.next(), registration, CertificateCode.random(), attended.minutes(), attended.sessions(), now, null);
    }
}

package museum.atrium.registration.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.registration.certificates.CertificateFacts.Attended;
import museum.atrium.registration.certificates.CertificateFacts.Status;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.CertificateTerms;
import museum.atrium.registration.programme.Organization;
import museum.atrium.registration.programme.RunningNetwork;
import museum.atrium.registration.signup.Certifying;
import museum.atrium.registration.signup.Registration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a certificate and says what is in it. */
@Component
class ShowingCertificates {

    private final Certificates certificates;
    private final Certifying certifying;
    private final Activities activities;
    private final CertificateBatch batch;

    ShowingCertificates(
            Certificates certificates, Certifying certifying, Activities activities, CertificateBatch batch) {
        this.certificates = certificates;
        this.certifying = certifying;
        this.activities = activities;
        this.batch = batch;
    }

    /**
     * @param code as somebody wrote it
     * @param wanted languages of who reads it
     */
    Optional<CertificateFacts> byCode(String code, List<LanguageRange> wanted) {
        return CertificateCode.parse(code)
                .flatMap(certificates::find)
                .flatMap(certificate -> certifying
                        .find(certificate.registration())
                        .map(registration -> facts(certificate, registration, activityOf(registration), wanted)));
    }

    /** In whose name it was held what somebody attended. */
    @Nullable RunningNetwork networkOf(CertificateFacts facts) {
        return CertificateCode.parse(facts.code())
                .flatMap(certificates::find)
                .flatMap(certificate -> certifying.find(certificate.registration()))
                .map(registration -> activityOf(registration).network())
                .orElse(null);
    }

    /** @throws Refusal 404 if there is none (yet), 410 if it was revoked */
    CertificateFacts own(Registration registration, Activity activity) {
        Certificate certificate =
                certificates.newestOf(registration.id()).orElseThrow(() -> Refusal.notFound(reasonForNone(activity)));
        if (!certificate.isValid()) {
            throw Refusal.gone("The certificate was revoked. The organiser knows why.");
        }
        return facts(
                certificate,
                registration,
                activity,
                LanguageRange.parse(registration.person().language()));
    }

    private String reasonForNone(Activity activity) {
        CertificateTerms terms = activity.certificates();
        if (terms == null) {
            return "No certificates are issued for this activity.";
        }
        return batch.isDue(activity)
                ? "There is no certificate: it takes a place, and attending " + terms.minimumPercent()
                        + " percent of the live time that was chosen."
                : "There is no certificate yet: it is issued when every live session is over and it is known who came.";
    }

    private Activity activityOf(Registration registration) {
        return activities.find(registration.activity()).orElseThrow();
    }

    private static CertificateFacts facts(
            Certificate certificate, Registration registration, Activity activity, List<LanguageRange> wanted) {
        ZoneId zone = registration.person().timeZone();
        Certificate.Revocation revoked = certificate.revoked();
        return new CertificateFacts(
                certificate.code().toString(),
                revoked == null ? Status.VALID : Status.REVOKED,
                registration.person().name(),
                activity.title().in(wanted, activity.language()),
                activity.organizations().stream().map(Organization::name).toList(),
                activity.scheduledSessions().stream()
                        .filter(session -> certificate.sessions().contains(session.id()))
                        .map(session -> new Attended(
                                activity.titleOf(session).in(wanted, activity.language()),
                                day(session.startsAt(), zone)))
                        .toList(),
                certificate.minutes(),
                day(certificate.issuedAt(), zone),
                revoked == null ? null : day(revoked.at(), zone));
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }
}

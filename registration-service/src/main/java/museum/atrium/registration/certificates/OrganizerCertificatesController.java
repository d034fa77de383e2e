package museum.atrium.registration.certificates;

import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.checking.PageById;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom certificates were issued to, and the organiser's say in it. */
@RestController
@RequestMapping("/api/organizer")
class OrganizerCertificatesController {

    private static final int LONGEST_REASON = 1000;

    private final Activities activities;
    private final CertificateList list;
    private final IssuingCertificates issuing;
    private final RevokingCertificates revoking;
    private final CertificateBatch batch;

    OrganizerCertificatesController(
            Activities activities,
            CertificateList list,
            IssuingCertificates issuing,
            RevokingCertificates revoking,
            CertificateBatch batch) {
        this.activities = activities;
        this.list = list;
        this.issuing = issuing;
        this.revoking = revoking;
        this.batch = batch;
    }

    record Issued(int issued) {}

    record Reason(@Nullable String reason) {}

    @GetMapping("/activities/{slug}/certificates")
    CertificateList.Page list(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        return list.page(activities.existing(slug).id(), PageById.of(sent));
    }

    /** What would come by itself in a moment. */
    @PostMapping("/activities/{slug}/certificates")
    Issued issue(@PathVariable String slug) {
        Activity activity = activities.existing(slug);
        if (activity.certificates() == null) {
            throw Refusal.conflict(
                    "no-certificates", "The activity '" + slug + "' has none; set its field 'certificates' first.");
        }
        if (!batch.isDue(activity)) {
            throw Refusal.conflict(
                    "attendance-open",
                    "It is not known yet who came to the activity '" + slug
                            + "': every live session must be over, and its" + " attendance settled.");
        }
        return new Issued(issuing.issueDue(activity.id()));
    }

    @PostMapping("/certificates/{code}/revocation")
    OrganizerCertificate revoke(@PathVariable String code, @RequestBody Reason body) {
        Findings findings = new Findings();
        String reason = findings.line("reason", body.reason(), LONGEST_REASON);
        findings.refuseIfAny();
        return list.of(revoking.revoke(code, reason));
    }

    @PostMapping("/certificates/{code}/reissue")
    OrganizerCertificate reissue(@PathVariable String code) {
        return list.of(revoking.reissue(code));
    }
}

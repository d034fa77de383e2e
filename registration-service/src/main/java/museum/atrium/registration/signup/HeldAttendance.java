package museum.atrium.registration.signup;

import java.util.List;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.HeldDataMapper.Reader;
import org.springframework.stereotype.Component;

/** What is held about somebody's having come, and what was issued to them for it. */
@Component
class HeldAttendance {

    private final Attending attending;
    private final HeldCertificates certificates;
    private final HeldDataMapper mapper;

    HeldAttendance(Attending attending, HeldCertificates certificates, HeldDataMapper mapper) {
        this.attending = attending;
        this.certificates = certificates;
        this.mapper = mapper;
    }

    List<HeldData.Attended> of(Registration registration, Activity activity, Reader reader) {
        return attending.of(registration.id()).stream()
                .map(came -> new HeldData.Attended(
                        came.session(),
                        activity.session(came.session())
                                .map(session -> mapper.text(activity.titleOf(session), reader))
                                .orElse(""),
                        came.joinedAt(),
                        came.minutes(),
                        came.source()))
                .toList();
    }

    List<HeldCertificates.HeldCertificate> certificatesOf(Registration registration) {
        return certificates.of(registration.id());
    }
}

package museum.atrium.registration.privacy;

import java.util.List;
import museum.atrium.registration.reachability.Reaches;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationsErased;
import museum.atrium.registration.speakers.SpeakerErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whether mails reach somebody goes with them, in the transaction that erases them. */
@Component
class ForgettingReach {

    private final Reaches reaches;

    ForgettingReach(Reaches reaches) {
        this.reaches = reaches;
    }

    @EventListener
    void on(RegistrationsErased event) {
        reaches.forget(event.ids().stream().map(RegistrationId::value).toList());
    }

    @EventListener
    void on(SpeakerErased event) {
        reaches.forget(List.of(event.id().value()));
    }
}

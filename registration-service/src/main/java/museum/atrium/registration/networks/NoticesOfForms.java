package museum.atrium.registration.networks;

import museum.atrium.registration.networks.NetworkEvent.NetworkUpdated;
import museum.atrium.registration.programme.SignUpForms;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a network tells about the data is part of what its activities' forms tell. */
@Component
class NoticesOfForms {

    private final SignUpForms forms;

    NoticesOfForms(SignUpForms forms) {
        this.forms = forms;
    }

    @EventListener
    void on(NetworkUpdated updated) {
        forms.tell(updated.network().id(), updated.network().profile().privacyNotice());
    }
}

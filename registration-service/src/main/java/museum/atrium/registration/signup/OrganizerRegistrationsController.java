package museum.atrium.registration.signup;

import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.reachability.Reaches;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organiser's say in who is registered. */
@RestController
@RequestMapping("/api/organizer/registrations")
class OrganizerRegistrationsController {

    private final Registrations registrations;
    private final Deciding deciding;
    private final Reaches reaches;
    private final OrganizerRegistrationMapper mapper;

    OrganizerRegistrationsController(
            Registrations registrations, Deciding deciding, Reaches reaches, OrganizerRegistrationMapper mapper) {
        this.registrations = registrations;
        this.deciding = deciding;
        this.reaches = reaches;
        this.mapper = mapper;
    }

    @PostMapping("/{id}/approval")
    OrganizerRegistration approve(@PathVariable UUID id) {
        return shown(deciding.approve(find(id)));
    }

    @PostMapping("/{id}/rejection")
    OrganizerRegistration decline(@PathVariable UUID id) {
        return shown(deciding.decline(find(id)));
    }

    @DeleteMapping("/{id}")
    OrganizerRegistration cancel(@PathVariable UUID id) {
        return shown(deciding.cancel(find(id)));
    }

    private OrganizerRegistration shown(Registration registration) {
        return mapper.toOrganizer(registration, reaches.of(registration.id().value()));
    }

    private Registration find(UUID id) {
        return registrations
                .find(new RegistrationId(id))
                .orElseThrow(() -> Refusal.notFound("There is no registration " + id + "."));
    }
}

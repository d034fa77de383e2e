package museum.atrium.registration.signup;

import java.util.UUID;
import museum.atrium.registration.programme.Activities;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is registered for an activity, and the organiser's say in it. */
@RestController
@RequestMapping("/api/organizer")
class OrganizerRegistrationsController {

    private final Activities activities;
    private final RegistrationList registrations;
    private final Deciding deciding;
    private final ChangingRegistration changing;
    private final OrganizerRegistrationMapper mapper;

    OrganizerRegistrationsController(
            Activities activities,
            RegistrationList registrations,
            Deciding deciding,
            ChangingRegistration changing,
            OrganizerRegistrationMapper mapper) {
        this.activities = activities;
        this.registrations = registrations;
        this.deciding = deciding;
        this.changing = changing;
        this.mapper = mapper;
    }

    @GetMapping("/activities/{slug}/registrations")
    RegistrationList.Page list(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return registrations.page(activities.existing(slug).id(), status, limit, cursor);
    }

    @PostMapping("/registrations/{id}/approval")
    OrganizerRegistration approve(@PathVariable UUID id) {
        return mapper.toOrganizer(deciding.approve(registrations.existing(id)));
    }

    @PostMapping("/registrations/{id}/rejection")
    OrganizerRegistration decline(@PathVariable UUID id) {
        return mapper.toOrganizer(deciding.decline(registrations.existing(id)));
    }

    @DeleteMapping("/registrations/{id}")
    OrganizerRegistration cancel(@PathVariable UUID id) {
        return mapper.toOrganizer(changing.cancel(registrations.existing(id)));
    }
}

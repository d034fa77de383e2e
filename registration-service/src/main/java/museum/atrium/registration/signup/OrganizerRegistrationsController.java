package museum.atrium.registration.signup;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
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

    private static final int MOST_PER_PAGE = 500;

    private final Activities activities;
    private final Registrations registrations;
    private final Deciding deciding;
    private final ChangingRegistration changing;
    private final OrganizerRegistrationMapper mapper;

    OrganizerRegistrationsController(
            Activities activities,
            Registrations registrations,
            Deciding deciding,
            ChangingRegistration changing,
            OrganizerRegistrationMapper mapper) {
        this.activities = activities;
        this.registrations = registrations;
        this.deciding = deciding;
        this.changing = changing;
        this.mapper = mapper;
    }

    record Page(List<OrganizerRegistration> items, @Nullable String next) {}

    @GetMapping("/activities/{slug}/registrations")
    Page list(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw Refusal.badRequest("The parameter 'limit' must be a number from 1 to " + MOST_PER_PAGE + ".");
        }
        Activity activity = activities.existing(slug);
        List<Registration> found = registrations.list(activity.id(), status(status), after(cursor), limit + 1);
        List<Registration> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(mapper::toOrganizer).toList(),
                found.size() > limit
                        ? new RegistrationCursor(
                                        page.getLast().history().registeredAt(),
                                        page.getLast().id().value())
                                .encoded()
                        : null);
    }

    @PostMapping("/registrations/{id}/approval")
    OrganizerRegistration approve(@PathVariable UUID id) {
        return mapper.toOrganizer(deciding.approve(find(id)));
    }

    @PostMapping("/registrations/{id}/rejection")
    OrganizerRegistration decline(@PathVariable UUID id) {
        return mapper.toOrganizer(deciding.decline(find(id)));
    }

    @DeleteMapping("/registrations/{id}")
    OrganizerRegistration cancel(@PathVariable UUID id) {
        return mapper.toOrganizer(changing.cancel(find(id)));
    }

    private Registration find(UUID id) {
        return registrations
                .find(new RegistrationId(id))
                .orElseThrow(() -> Refusal.notFound("There is no registration " + id + "."));
    }

    private static @Nullable RegistrationStatus status(@Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return RegistrationStatus.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest(
                    "The parameter 'status' must be one of: PENDING, INTERESTED, CONFIRMED, WAITLISTED, CANCELLED.");
        }
    }

    private static RegistrationCursor after(@Nullable String cursor) {
        return cursor == null
                ? RegistrationCursor.START
                : RegistrationCursor.decode(cursor)
                        .orElseThrow(() -> Refusal.badRequest(
                                "The parameter 'cursor' must be the 'next' of an earlier answer, unchanged."));
    }
}

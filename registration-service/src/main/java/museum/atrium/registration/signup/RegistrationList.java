package museum.atrium.registration.signup;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is registered, page by page; of a series those are its subscribers. */
@Component
class RegistrationList {

    private static final int MOST_PER_PAGE = 500;

    private final Registrations registrations;
    private final OrganizerRegistrationMapper mapper;

    RegistrationList(Registrations registrations, OrganizerRegistrationMapper mapper) {
        this.registrations = registrations;
        this.mapper = mapper;
    }

    /** @param next the cursor of the next page; null: there is none */
    record Page(List<OrganizerRegistration> items, @Nullable String next) {}

    /** @throws Refusal 400 naming the parameter that is wrong */
    Page page(ActivityId activity, @Nullable String status, int limit, @Nullable String cursor) {
        if (limit < 1 || limit > MOST_PER_PAGE) {
            throw Refusal.badRequest("The parameter 'limit' must be a number from 1 to " + MOST_PER_PAGE + ".");
        }
        List<Registration> found = registrations.list(activity, status(status), after(cursor), limit + 1);
        List<Registration> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(mapper::toOrganizer).toList(),
                found.size() > limit
                        ? new RegistrationCursor(
                                        page.getLast().registeredAt(),
                                        page.getLast().id().value())
                                .encoded()
                        : null);
    }

    /** @throws Refusal 404 if there is none */
    Registration existing(UUID id) {
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

package museum.atrium.registration.messages;

import java.util.Set;
import java.util.UUID;
import museum.atrium.registration.lists.Filter;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is for: those whom the list of registrations shows under the same criteria. An empty set, or a null, does
 * not narrow it.
 *
 * @param attended whether they came to any session
 */
record Audience(
        Set<RegistrationStatus> statuses,
        Set<UUID> sessions,
        @Nullable Boolean attended,
        Set<String> languages,
        Set<String> countries) {

    /** But for those whose address nobody has confirmed: to them nothing is sent. */
    Filter of(ActivityId activity) {
        return new Filter(activity, statuses, null, countries, languages, sessions, null, attended, null, true);
    }
}

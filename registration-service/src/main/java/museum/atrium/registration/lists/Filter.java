package museum.atrium.registration.lists;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Which registrations of an activity are meant; a null or an empty set does not narrow it.
 *
 * @param text part of a name, an address or an affiliation
 * @param languages those too who write a regional form of one
 * @param sessions who chose one of them; who chose all did
 * @param attended who came to this session
 * @param came whether they came to any session
 * @param reachable whether mails reach them
 * @param writableOnly without those whose address nobody has confirmed yet
 */
public record Filter(
        ActivityId activity,
        Set<RegistrationStatus> statuses,
        @Nullable String text,
        Set<String> countries,
        Set<String> languages,
        Set<UUID> sessions,
        @Nullable UUID attended,
        @Nullable Boolean came,
        @Nullable Boolean reachable,
        boolean writableOnly) {

    /** By which a list is narrowed. */
    public static final List<String> PARAMETERS =
            List.of("status", "q", "country", "language", "session", "attended", "reachable");

    /**
     * @param others that may be sent beside those that narrow the list
     * @throws Refusal 400 naming what is sent and is neither
     */
    public static QueryParameters parameters(MultiValueMap<String, String> sent, String... others) {
        return QueryParameters.of(
                sent, Stream.concat(PARAMETERS.stream(), Stream.of(others)).toArray(String[]::new));
    }

    /** @throws Refusal 400 naming what cannot be understood */
    public static Filter of(Activity activity, QueryParameters parameters) {
        String attended = parameters.text("attended");
        boolean any = "true".equals(attended) || "false".equals(attended);
        return new Filter(
                activity.id(),
                parameters.anyOf("status", EnumSet.allOf(RegistrationStatus.class)),
                parameters.text("q"),
                oneOrNone(parameters.country("country")),
                oneOrNone(parameters.language("language")),
                oneOrNone(session(activity, "session", parameters)),
                any ? null : cameTo(activity, parameters),
                any ? Boolean.valueOf(attended) : null,
                parameters.flag("reachable"),
                false);
    }

    private static <T> Set<T> oneOrNone(@Nullable T value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private static @Nullable UUID cameTo(Activity activity, QueryParameters parameters) {
        try {
            return session(activity, "attended", parameters);
        } catch (Refusal neither) {
            throw Refusal.badRequest("The parameter 'attended' must be true, false, or the id of a session of '"
                    + activity.slug() + "'.");
        }
    }

    /** Of another activity nobody chose any, though all chose all of this one. */
    private static @Nullable UUID session(Activity activity, String name, QueryParameters parameters) {
        UUID id = parameters.id(name);
        if (id != null && activity.session(new SessionId(id)).isEmpty()) {
            throw Refusal.badRequest("The parameter '" + name + "' must be the id of a session of '" + activity.slug()
                    + "'; it has none " + id + ".");
        }
        return id;
    }

    /** Never whom one looked for: this may end in a log. */
    @Override
    public String toString() {
        return "registrations of " + activity;
    }
}

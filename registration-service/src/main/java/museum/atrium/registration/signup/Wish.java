package museum.atrium.registration.signup;

import java.time.ZoneId;
import java.util.Set;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who wants to take part, checked as far as that is possible without looking at the activity.
 *
 * @param language null: the activity's
 * @param timeZone null: the first session's
 * @param sessions null: all
 * @param proven whether the address is known to be theirs
 */
record Wish(
        EmailAddress email,
        String name,
        @Nullable String language,
        @Nullable ZoneId timeZone,
        @Nullable String country,
        @Nullable String affiliation,
        @Nullable Set<SessionId> sessions,
        boolean proven) {

    Wish(
            EmailAddress email,
            String name,
            @Nullable String language,
            @Nullable ZoneId timeZone,
            @Nullable String country,
            @Nullable String affiliation,
            @Nullable Set<SessionId> sessions) {
        this(email, name, language, timeZone, country, affiliation, sessions, false);
    }

    Person person(Seating seating) {
        return new Person(
                email,
                name,
                language == null ? seating.language() : language,
                timeZone == null ? seating.timeZone() : timeZone,
                country,
                affiliation);
    }

    /** Never who it is: this may end in a log. */
    @Override
    public String toString() {
        return "a wish";
    }
}

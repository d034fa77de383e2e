package museum.atrium.registration.signup;

import java.time.Instant;
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
 * @param answers as they were written, not yet held against the form
 * @param proven whether the address is known to be theirs
 */
public record Wish(
        EmailAddress email,
        String name,
        @Nullable String language,
        @Nullable ZoneId timeZone,
        @Nullable String country,
        @Nullable String affiliation,
        @Nullable Set<SessionId> sessions,
        Answers answers,
        boolean proven) {

    Wish(
            EmailAddress email,
            String name,
            @Nullable String language,
            @Nullable ZoneId timeZone,
            @Nullable String country,
            @Nullable String affiliation,
            @Nullable Set<SessionId> sessions,
            Answers answers) {
        this(email, name, language, timeZone, country, affiliation, sessions, answers, false);
    }

    Choice choice(Seating seating, Instant now) {
        return new Choice(person(seating), sessions, answers.to(seating.form().version(), now));
    }

    /** What is known of somebody who did not sign up themselves: all sessions, and nothing answered or agreed to. */
    Choice unasked(Seating seating) {
        return new Choice(person(seating), null, Answers.NONE);
    }

    private Person person(Seating seating) {
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

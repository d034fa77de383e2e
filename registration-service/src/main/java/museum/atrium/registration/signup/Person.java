package museum.atrium.registration.signup;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Who registers.
 *
 * @param language BCP 47; the language of mails
 * @param country ISO 3166-1 alpha-2
 */
public record Person(
        EmailAddress email,
        String name,
        String language,
        ZoneId timeZone,
        @Nullable String country,
        @Nullable String affiliation) {

    Person at(EmailAddress other) {
        return new Person(other, name, language, timeZone, country, affiliation);
    }

    /** Never the name: this may end in a log. */
    @Override
    public String toString() {
        return "a person";
    }
}

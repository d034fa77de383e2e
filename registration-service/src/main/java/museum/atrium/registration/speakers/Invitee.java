package museum.atrium.registration.speakers;

import java.time.ZoneId;
import museum.atrium.registration.signup.EmailAddress;

/**
 * Who is asked to speak.
 *
 * @param language BCP 47; the language of mails and pages
 */
public record Invitee(EmailAddress email, String name, String language, ZoneId timeZone) {

    /** Never the name: this may end in a log. */
    @Override
    public String toString() {
        return "a speaker";
    }
}

package museum.atrium.registration.announcing;

import java.util.UUID;

/** {@code contracts/events/contact.schema.json}: the only event with personal data. */
record ContactContract(UUID registration, long revision, String email, String name, String language, String timeZone) {

    /** Never whose it is: this may end in a log. */
    @Override
    public String toString() {
        return "the contact of " + registration;
    }
}

package museum.atrium.registration.signup;

import java.util.Locale;

/** What can happen to a registration. */
public enum Occasion {
    CONFIRMED,
    WAITLISTED,
    PROMOTED,
    CHANGED,
    CANCELLED,
    /** The same address signed up again: nothing changes, but the person is told. */
    REPEATED,
    ATTENDED;

    /** Its name in events. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

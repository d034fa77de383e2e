package museum.atrium.registration.signup;

import java.util.Locale;

/** What can happen to a registration. */
public enum Occasion {
    /** The owner of the address is asked to confirm it. */
    OPT_IN,
    /** The organiser is to decide. */
    REQUESTED,
    DECLINED,
    CONFIRMED,
    WAITLISTED,
    PROMOTED,
    /** A free place is held until it is accepted. */
    OFFERED,
    /** Nobody accepted it in time. */
    LAPSED,
    INTERESTED,
    CHANGED,
    CANCELLED,
    /** The same address signed up again: nothing changes, but the person is told. */
    REPEATED,
    ATTENDED;

    /** Its name in events. */
    public String wireName() {
        return this == OPT_IN ? "optIn" : name().toLowerCase(Locale.ROOT);
    }
}

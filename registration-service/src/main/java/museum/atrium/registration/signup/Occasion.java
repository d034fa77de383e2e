package museum.atrium.registration.signup;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.stream.Stream;

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
    /** A colleague would give their place to this one. */
    TRANSFER_OFFERED,
    /** The place has gone to a colleague. */
    TRANSFERRED,
    /** Mails of another registration are to come to this address, if its owner says yes. */
    ADDRESS_PROVING,
    /** Somebody with this one's link wants its mails to go to another address. */
    ADDRESS_ASKED,
    ADDRESS_CHANGED,
    /** The owner of the address has lost the links to their registrations. */
    LINKS_ASKED,
    ATTENDED,
    /** A certificate of attendance was issued. */
    CERTIFIED,
    /** It was declared worthless. */
    CERTIFICATE_REVOKED;

    /** Its name in events: {@code optIn} for OPT_IN. */
    public String wireName() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(joining());
    }
}

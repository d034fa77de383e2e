package museum.atrium.registration.signup;

import org.jspecify.annotations.Nullable;

/**
 * To whom a place is passed on, as it is sent, not yet checked.
 *
 * @param locale absent: the giver's
 */
record TransferRequest(
        @Nullable String email,
        @Nullable String name,
        @Nullable String locale) {

    /** Never who it is: this may end in a log. */
    @Override
    public String toString() {
        return "a transfer";
    }
}

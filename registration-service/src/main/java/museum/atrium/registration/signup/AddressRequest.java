package museum.atrium.registration.signup;

import org.jspecify.annotations.Nullable;

/** A mail address as it is sent, not yet checked. */
record AddressRequest(@Nullable String email) {

    /** Never the address: this may end in a log. */
    @Override
    public String toString() {
        return "an address";
    }
}

package museum.atrium.registration.signup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sign-up of several people in one call, not yet checked. */
record GroupRequest(
        @Nullable List<@Nullable SignUpRequest> people,
        @Nullable String code) {

    /** Never who they are: this may end in a log. */
    @Override
    public String toString() {
        return "a sign-up of a group";
    }
}

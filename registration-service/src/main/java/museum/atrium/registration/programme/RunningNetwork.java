package museum.atrium.registration.programme;

import java.util.UUID;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;

/**
 * The network in whose name a part of the programme is held, as far as the programme needs it.
 *
 * @param privacyNotice for the activities that have none of their own
 */
public record RunningNetwork(
        UUID id,
        String slug,
        String name,
        String language,
        @Nullable Picture logo,
        @Nullable PrivacyNotice privacyNotice) {

    /** Where everyone reads who it is, and what becomes of their data. */
    public String page() {
        return "/networks/" + slug;
    }
}

package museum.atrium.registration.signup;

import java.util.Locale;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;

/**
 * Lets people sign up for an activity that is by invitation only.
 *
 * @param uses how many may use it; null: as many as there are places
 * @param addressKey whom alone it invites; null: whoever has it
 */
record InvitationCode(
        UUID id,
        ActivityId activity,
        String code,
        @Nullable Integer uses,
        @Nullable String addressKey) {

    boolean isFor(EmailAddress address) {
        return addressKey == null || addressKey.equals(address.key());
    }

    boolean lasts(long users) {
        return uses == null || users <= uses;
    }

    /** People type codes from letters: without regard to case and to what surrounds them. */
    static String canonical(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }
}

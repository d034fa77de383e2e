package museum.atrium.registration.privacy;

import java.util.UUID;
import java.util.function.Function;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.signup.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Of whom something is asked: of all that an address has, or of one registration or invitation to speak. */
record Whose(@Nullable String email, @Nullable UUID registration) {

    /** @throws Refusal 422 if it names neither or both */
    <T> T ask(Function<EmailAddress, T> ofPerson, Function<UUID, T> ofRegistration) {
        if (registration == null && email == null) {
            throw Refusal.invalid(
                    new FieldError("email", "give either the address of the person, or 'registration' with one id"));
        }
        if (registration != null && email != null) {
            throw Refusal.invalid(
                    new FieldError("email", "leave it out, or 'registration'"),
                    new FieldError("registration", "leave it out, or 'email'"));
        }
        return registration == null ? ofPerson.apply(address(email)) : ofRegistration.apply(registration);
    }

    /** @throws Refusal 422 */
    static EmailAddress address(@Nullable String email) {
        return EmailAddress.parse(email == null ? "" : email)
                .orElseThrow(() -> Refusal.invalid(new FieldError("email", "is not a mail address")));
    }
}

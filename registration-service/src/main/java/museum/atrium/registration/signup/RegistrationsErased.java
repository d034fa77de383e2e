package museum.atrium.registration.signup;

import java.util.List;

/** Nothing is known of these registrations any more; told inside the transaction that erased them. */
public record RegistrationsErased(List<RegistrationId> ids) {}

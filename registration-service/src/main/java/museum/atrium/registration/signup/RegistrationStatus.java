package museum.atrium.registration.signup;

public enum RegistrationStatus {
    PENDING,
    INTERESTED,
    CONFIRMED,
    WAITLISTED,
    CANCELLED
}

package museum.atrium.registration.signup;

public enum RegistrationStatus {
    CONFIRMED,
    WAITLISTED,
    CANCELLED
}

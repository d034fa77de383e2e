package museum.atrium.registration.programme;

public enum SessionStatus {
    SCHEDULED,
    CANCELLED
}

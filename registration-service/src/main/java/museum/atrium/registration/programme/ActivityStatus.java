package museum.atrium.registration.programme;

public enum ActivityStatus {
    DRAFT,
    PUBLISHED,
    CANCELLED
}

package museum.atrium.registration.programme;

public enum ActivityKind {
    WEBINAR,
    TRAINING,
    CONFERENCE,
    COURSE
}

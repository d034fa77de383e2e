package museum.atrium.registration.programme;

public enum ActivityKind {
    WEBINAR,
    TRAINING,
    CONFERENCE,
    COURSE,
    /** Not of the programme: what who wants to hear of all the activities of a series registers for. */
    SERIES
}

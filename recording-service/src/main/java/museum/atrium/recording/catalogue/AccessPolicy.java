package museum.atrium.recording.catalogue;

/** For whom a recording is. */
public enum AccessPolicy {
    /** Everybody who has the address. */
    PUBLIC,
    /** Those with a confirmed registration for what was recorded. */
    REGISTRANTS,
    /** Those of them who came. */
    ATTENDEES
}

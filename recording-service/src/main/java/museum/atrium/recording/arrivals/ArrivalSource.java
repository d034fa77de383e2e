package museum.atrium.recording.arrivals;

/** The systems whose rooms tell of their recordings. */
public enum ArrivalSource {
    ZOOM,
    BIGBLUEBUTTON
}

package museum.atrium.recording.arrivals;

/** What came was not the list of recordings, or one of them cannot be understood. */
public final class UnreadableList extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableList(String message) {
        super(message);
    }
}

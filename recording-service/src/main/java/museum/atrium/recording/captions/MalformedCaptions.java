package museum.atrium.recording.captions;

/** What is wrong with a file of captions, and in which line. */
final class MalformedCaptions extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedCaptions(int line, String message) {
        super("Line %d: %s".formatted(line, message));
    }
}

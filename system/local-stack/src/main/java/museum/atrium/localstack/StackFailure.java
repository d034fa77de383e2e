package museum.atrium.localstack;

/** The stack cannot start or go on; the message is one sentence for the person at the terminal that says what to do. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

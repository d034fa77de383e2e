package museum.atrium.outbox;

import org.jspecify.annotations.Nullable;

/** An event that no repetition could make understandable, such as malformed JSON; it goes to the dead-letter topic. */
public final class NotUnderstandable extends RuntimeException {

    /** @param reason for an operator to read in the dead letter and in the log: no personal data */
    public NotUnderstandable(String reason) {
        this(reason, null);
    }

    public NotUnderstandable(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}

package museum.atrium.notification.composing;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is said after the end.
 *
 * @param came whether the recipient is known to have come
 * @param survey what the organiser would like to be answered by those who came, if anything
 */
public record FollowUp(boolean came, @Nullable URI survey) {

    /** What the recipient is asked to answer, if anything. */
    @Nullable URI asked() {
        return came ? survey : null;
    }
}

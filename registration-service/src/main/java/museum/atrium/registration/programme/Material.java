package museum.atrium.registration.programme;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a session, to read before or after.
 *
 * @param language BCP 47, where it matters
 */
public record Material(
        Kind kind, LocalizedText title, URI url, @Nullable String language, Access access) {

    public enum Kind {
        SLIDES,
        HANDOUT
    }

    public enum Access {
        PUBLIC,
        /** Who has a place in the session. */
        REGISTRANTS
    }
}

package museum.atrium.registration.programme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a copy differs from its original, not yet checked. Shapes and defaults: the OpenAPI document.
 *
 * @param startsAt when its first session begins
 */
record CopyRequest(@Nullable String slug, @Nullable Instant startsAt) {

    static final CopyRequest NOTHING = new CopyRequest(null, null);
}

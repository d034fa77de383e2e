package museum.atrium.recording.arrivals;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of.
 *
 * @param session null: the activity as a whole
 */
record Place(UUID activity, @Nullable UUID session) {}

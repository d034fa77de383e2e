package museum.atrium.registration.attendance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a live platform's list.
 *
 * @param line of the file, from 1; of a list that has no lines the number of the entry
 * @param name as the person gave it to the platform
 * @param address as it was written; null: the platform does not know it
 * @param stayed null: the list does not say
 */
record Presence(
        int line,
        String name,
        @Nullable String address,
        @Nullable Duration stayed) {

    /** Never who it was: this may end in a log. */
    @Override
    public String toString() {
        return "line " + line;
    }
}

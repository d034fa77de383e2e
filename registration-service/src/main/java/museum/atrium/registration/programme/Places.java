package museum.atrium.registration.programme;

import org.jspecify.annotations.Nullable;

/**
 * @param capacity null: no limit
 * @param taken may exceed a capacity that was lowered: nobody loses a place by that
 */
public record Places(@Nullable Integer capacity, int taken) {

    /** Free places; null: no limit. */
    public @Nullable Integer remaining() {
        return capacity == null ? null : Math.max(0, capacity - taken);
    }

    public boolean isFull() {
        return capacity != null && taken >= capacity;
    }
}

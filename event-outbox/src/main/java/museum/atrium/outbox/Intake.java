package museum.atrium.outbox;

/** Applies only what is newer than what was applied, so that doubled, reordered and replayed events do no harm. */
public interface Intake {

    /**
     * Runs the effect if this revision of the aggregate is higher than every one taken before. Both are part of the
     * caller's transaction; others who take the same aggregate wait for its end.
     *
     * @param aggregateKind such as {@code registration}; keys of different kinds are independent
     * @return false when the revision was not newer; the effect then did not run
     * @throws IllegalStateException outside a transaction
     */
    boolean take(String aggregateKind, String key, long revision, Runnable effect);
}

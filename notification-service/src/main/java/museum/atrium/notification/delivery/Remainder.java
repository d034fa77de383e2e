package museum.atrium.notification.delivery;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a claim has not been handed over yet. Its sender takes from it; when that sender hangs, somebody else takes all of it. */
final class Remainder {

    private final Deque<Ready> left;
    private int givenUp;

    Remainder(Collection<Ready> all) {
        left = new ArrayDeque<>(all);
    }

    /** Null when there is nothing left. */
    synchronized @Nullable Ready next() {
        return left.poll();
    }

    /** It was not handed over after all. */
    synchronized void putBack(Ready ready) {
        left.addFirst(ready);
    }

    synchronized List<Ready> giveUp() {
        List<Ready> all = List.copyOf(left);
        left.clear();
        givenUp += all.size();
        return all;
    }

    /** How many were given up in all. */
    synchronized int givenUp() {
        return givenUp;
    }
}

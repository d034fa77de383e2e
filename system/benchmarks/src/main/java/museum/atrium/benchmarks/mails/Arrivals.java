package museum.atrium.benchmarks.mails;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which mails came, by their recipients' numbers, and which came again. */
final class Arrivals {

    /** From this number on they are not counted, but it is remembered when each mail came. */
    static final int TIMED = 10_000_000;

    private static final int MARK = 1_000;

    private final BitSet came = new BitSet();
    private final List<Long> marks = new ArrayList<>();
    private final Map<Integer, Long> times = new HashMap<>();
    private int number;
    private int again;

    synchronized void add(int recipient) {
        if (recipient >= TIMED) {
            times.putIfAbsent(recipient, System.nanoTime());
            return;
        }
        if (came.get(recipient)) {
            again++;
            return;
        }
        came.set(recipient);
        number++;
        if (number % MARK == 0) {
            marks.add(System.nanoTime());
        }
    }

    /** Forgets what came until now. */
    synchronized void begin() {
        came.clear();
        marks.clear();
        times.clear();
        number = 0;
        again = 0;
    }

    /** How many different recipients got a mail. */
    synchronized int number() {
        return number;
    }

    /** How many mails came to who had one already. */
    synchronized int again() {
        return again;
    }

    /** Without the first and the last thousands: while they come, not everybody who sends is at work. */
    synchronized double perSecond() {
        return (marks.size() - 3) * MARK * 1e9 / (marks.get(marks.size() - 2) - marks.get(1));
    }

    /** When the mails to those who are timed came, as {@link System#nanoTime} tells it. */
    synchronized Map<Integer, Long> times() {
        return Map.copyOf(times);
    }
}

package museum.atrium.notification.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A server that is closing says 421, to whatever is just being handed over. Some say it to one recipient's mails for as long as there are
 * too many of them: who believed them each time would keep everybody else's mails waiting.
 */
@Component
class Closings {

    /** In a row, on as many new connections: then it is this mail that is not wanted now. */
    private static final int MOST = 4;

    private static final int REMEMBERED = 10_000;

    private final Map<Long, Integer> inARow = new LinkedHashMap<>();

    synchronized Outcome judged(long delivery, Outcome outcome) {
        if (!(outcome instanceof Outcome.Unreachable(String reply, boolean closing)) || !closing) {
            inARow.remove(delivery);
            return outcome;
        }
        if (inARow.merge(delivery, 1, Integer::sum) >= MOST) {
            inARow.remove(delivery);
            return new Outcome.Deferred(reply);
        }
        if (inARow.size() > REMEMBERED) {
            inARow.remove(inARow.keySet().iterator().next());
        }
        return outcome;
    }
}

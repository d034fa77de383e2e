package museum.atrium.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys whose first event the broker refused: they are left alone for a while, then only that event is tried. */
final class HaltedKeys {

    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(HaltedKeys.class);

    private final Map<String, Instant> nextTry = new HashMap<>();
    private final Clock clock;

    HaltedKeys(Clock clock) {
        this.clock = clock;
    }

    void learn(Sent sent) {
        if (!nextTry.isEmpty()) {
            sent.acknowledged().forEach(event -> nextTry.remove(event.key()));
        }
        for (Sent.Refusal refusal : sent.refusals()) {
            StoredEvent event = refusal.event();
            if (nextTry.put(event.key(), clock.instant().plus(PAUSE)) == null) {
                log.error(
                        "{} refuses the event {} ({}): it is tried again every {} s, and later events of {} wait behind it ({})",
                        event.topic(),
                        event.eventId(),
                        event.type(),
                        PAUSE.toSeconds(),
                        event.key(),
                        refusal.cause().toString());
            }
        }
    }

    /** Those whose time to be tried has not come. */
    Set<String> resting() {
        Instant now = clock.instant();
        return nextTry.entrySet().stream()
                .filter(halted -> halted.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Without all but the first event of each halted key. */
    List<StoredEvent> onlyFirstOfHalted(List<StoredEvent> events) {
        if (nextTry.isEmpty()) {
            return events;
        }
        Set<String> seen = new HashSet<>();
        return events.stream()
                .filter(event -> !nextTry.containsKey(event.key()) || seen.add(event.key()))
                .toList();
    }
}

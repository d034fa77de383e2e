package museum.atrium.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What is to be recorded of a claimed delivery. */
sealed interface Mark {

    /** The server answered 250. */
    record Accepted(Delivery delivery, Instant at, String reply) implements Mark {}

    /** It goes again after that time; {@code outcome} says what came of this attempt. */
    record Again(Delivery delivery, long claim, Instant at, String outcome, String reply, Duration after)
            implements Mark {}

    /** It never goes. */
    record Failed(Delivery delivery, long claim, Instant at, String reply, String reason) implements Mark {}

    /** Nobody is there, and nothing more is sent there. */
    record NobodyThere(Delivery delivery, String addressKey, String reply) implements Mark {}

    /** Not tried, and free for whoever comes next. */
    record GivenBack(List<Delivery> deliveries, long claim) implements Mark {}

    /** Not tried, because others come first at that pace; each may go after its time. */
    record PutOff(Map<Delivery, Duration> after, long claim) implements Mark {}

    /** Everything of that claim has its mark. */
    record Done(long claim) implements Mark {}
}

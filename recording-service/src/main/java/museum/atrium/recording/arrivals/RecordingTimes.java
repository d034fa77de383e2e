package museum.atrium.recording.arrivals;

import java.time.Instant;

/** What is told of when something was recorded may be anything; what nobody can have recorded then is not taken. */
public final class RecordingTimes {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private RecordingTimes() {}

    /**
     * @param field what its system calls the time
     * @throws UnreadableList if it is before 2000 or after 2199
     */
    public static Instant checked(String field, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw new UnreadableList("The recording's " + field + " is not between 2000 and 2199.");
        }
        return time;
    }

    /** @throws UnreadableList if it ends before it begins */
    public static Arrival inOrder(Arrival arrival) {
        if (arrival.endedAt().isBefore(arrival.startedAt())) {
            throw new UnreadableList("The recording ends before it begins.");
        }
        return arrival;
    }
}

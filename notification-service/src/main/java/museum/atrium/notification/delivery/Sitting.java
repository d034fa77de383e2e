package museum.atrium.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What somebody takes part in in one go, such as a morning of a conference: one reminder is enough for all of it. */
final class Sitting {

    /** A coffee break; after a longer one it is another sitting. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private Sitting() {}

    /** This session and those of the same day that follow it, or begin with it, without a longer pause; in their order. */
    static List<LiveSession> from(LiveSession first, Case subject) {
        return from(
                first,
                subject.activity().sessions().stream()
                        .filter(subject::belongsInCalendar)
                        .toList());
    }

    /** The same, of these. */
    static List<LiveSession> from(LiveSession first, List<LiveSession> chosen) {
        List<LiveSession> sitting = new ArrayList<>();
        sitting.add(first);
        Instant end = first.slot().endsAt();
        for (LiveSession next : chosen) {
            boolean follows = !next.id().equals(first.id())
                    && !next.slot().startsAt().isBefore(first.slot().startsAt())
                    && !next.slot().startsAt().isAfter(end.plus(LONGEST_PAUSE))
                    && day(next).equals(day(first));
            if (follows) {
                sitting.add(next);
                end = next.slot().endsAt().isAfter(end) ? next.slot().endsAt() : end;
            }
        }
        return sitting;
    }

    private static LocalDate day(LiveSession session) {
        return LocalDate.ofInstant(session.slot().startsAt(), session.slot().timeZone());
    }
}

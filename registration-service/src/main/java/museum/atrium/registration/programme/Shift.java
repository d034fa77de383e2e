package museum.atrium.registration.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * From one first session to another, as clocks on the wall show it: 14:00 stays 14:00, whatever daylight-saving time does in
 * between.
 *
 * @param start when the first session begins
 * @param distance between the local times of both beginnings
 */
record Shift(Instant start, Duration distance) {

    private static final Duration A_DAY = Duration.ofDays(1);

    static Shift of(Session first, Instant start) {
        ZoneId zone = first.timeZone();
        return new Shift(start, Duration.between(local(first.startsAt(), zone), local(start, zone)));
    }

    /** An hour that there is twice is the one that {@code start} is near; one that is skipped comes an hour later. */
    Instant of(Instant instant, ZoneId zone) {
        return ZonedDateTime.ofLocal(
                        local(instant, zone).plus(distance),
                        zone,
                        zone.getRules().getOffset(start))
                .toInstant();
    }

    /** What is shorter than a day lasts as long as before; what is longer ends at the same local time. */
    Session of(Session session) {
        Instant starts = of(session.startsAt(), session.timeZone());
        Duration length = Duration.between(session.startsAt(), session.endsAt());
        Instant ends = length.compareTo(A_DAY) < 0 ? starts.plus(length) : of(session.endsAt(), session.timeZone());
        return session.at(starts, ends);
    }

    private static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }
}

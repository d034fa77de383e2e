package museum.atrium.registration.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.SessionDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks one session of a draft. */
@Component
class SessionRules {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(31);

    /** @param prefix what the names of fields begin with */
    SessionPlan check(Findings findings, String prefix, SessionDraft session) {
        Instant starts = instant(findings, prefix + "startsAt", session.startsAt());
        Instant ends = instant(findings, prefix + "endsAt", session.endsAt());
        if (session.startsAt() != null && session.endsAt() != null) {
            if (!ends.isAfter(starts)) {
                findings.add(prefix + "endsAt", "must be after startsAt");
            } else if (Duration.between(starts, ends).compareTo(LONGEST) > 0) {
                findings.add(prefix + "endsAt", "may be " + LONGEST.toDays() + " days after startsAt at most");
            }
        }
        return new SessionPlan(
                ActivityRules.texts(findings, prefix + "title", session.title(), ActivityRules.LONGEST_TITLE),
                starts,
                ends,
                session.timeZone() == null ? ZoneId.of("UTC") : findings.zone(prefix + "timeZone", session.timeZone()),
                findings.webAddress(prefix + "joinUrl", session.joinUrl()),
                findings.capacity(prefix + "capacity", session.capacity()));
    }

    static boolean isPlausible(Instant instant) {
        return !instant.isBefore(EARLIEST) && !instant.isAfter(LATEST);
    }

    private static Instant instant(Findings findings, String field, @Nullable Instant instant) {
        if (instant == null) {
            findings.add(field, "is required, in UTC like '2027-03-01T14:00:00Z'");
            return Instant.EPOCH;
        }
        if (!isPlausible(instant)) {
            findings.add(field, "must lie between 1990 and 2200");
        }
        // The database keeps microseconds: what is stored must equal what is announced.
        return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}

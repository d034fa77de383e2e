package museum.atrium.registration.showcase;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;

/**
 * An activity in a list.
 *
 * @param when its first session is; empty: there is no date
 * @param start as machines read it
 * @param off whether that date holds no longer
 * @param state the last part of a message's name
 */
record ProgrammeLine(Told title, URI page, String when, String start, boolean off, String state) {

    static List<ProgrammeLine> of(
            List<Activity> activities,
            Map<SessionId, Instant> earlierStarts,
            Addresses addresses,
            Reader reader,
            Instant now) {
        return activities.stream()
                .map(activity -> of(new Announced(activity, earlierStarts), addresses, reader, now))
                .toList();
    }

    private static ProgrammeLine of(Announced announced, Addresses addresses, Reader reader, Instant now) {
        Activity activity = announced.activity();
        Session first = announced.first();
        ActivityState state = ActivityState.of(announced, now);
        return new ProgrammeLine(
                reader.told(activity.title(), activity.language()),
                addresses.page(activity),
                first == null ? "" : new SessionTimes(reader.wording(), first.timeZone()).span(first),
                first == null ? "" : first.startsAt().toString(),
                state == ActivityState.CANCELLED || state == ActivityState.POSTPONED,
                state.name());
    }
}

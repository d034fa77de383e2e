package museum.atrium.registration.organizers;

import java.time.ZoneId;
import java.time.ZoneOffset;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import org.jspecify.annotations.Nullable;

/**
 * An activity in the organisers' list.
 *
 * @param kind the last part of a message's name; as the status
 * @param start of its first session, as machines read it; empty: it has none
 * @param when from its first day to its last; empty: it has no dates
 * @param capacity null: there is room for everybody
 */
record ActivityLine(
        String slug,
        Told title,
        String kind,
        String status,
        String start,
        String when,
        int taken,
        @Nullable Integer capacity) {

    static ActivityLine of(Activity activity, Wordings wordings) {
        ZoneId place = activity.sessions().isEmpty()
                ? ZoneOffset.UTC
                : activity.sessions().getFirst().timeZone();
        String start = activity.startsAt().map(Object::toString).orElse("");
        return new ActivityLine(
                activity.slug(),
                wordings.told(activity.title(), activity),
                activity.kind().name(),
                activity.status().name(),
                start,
                start.isEmpty()
                        ? ""
                        : wordings.times(place)
                                .days(
                                        activity.startsAt().orElseThrow(),
                                        activity.endsAt().orElseThrow()),
                activity.places().taken(),
                activity.places().capacity());
    }
}

package museum.atrium.registration.organizers;

import java.time.ZoneId;
import museum.atrium.pages.PageReader;
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

    static ActivityLine of(Activity activity, PageReader reader) {
        ZoneId place = activity.sessions().isEmpty()
                ? ZoneId.of("UTC")
                : activity.sessions().getFirst().timeZone();
        String start = activity.startsAt().map(Object::toString).orElse("");
        return new ActivityLine(
                activity.slug(),
                Told.of(activity.title(), activity.language(), reader.language()),
                activity.kind().name(),
                activity.status().name(),
                start,
                start.isEmpty()
                        ? ""
                        : reader.timesOr(place)
                                .days(
                                        activity.startsAt().orElseThrow(),
                                        activity.endsAt().orElseThrow()),
                activity.places().taken(),
                activity.places().capacity());
    }
}

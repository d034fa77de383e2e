package museum.atrium.registration.organizers;

import java.util.Comparator;
import java.util.List;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import org.jspecify.annotations.Nullable;

/**
 * A session in a table of an activity's.
 *
 * @param start as machines read it
 * @param zone where it is held
 * @param room whether people know where to go
 * @param capacity null: as many as the activity
 */
record SessionRow(
        String id,
        Told title,
        String start,
        String when,
        String zone,
        boolean takesPlace,
        boolean room,
        int taken,
        @Nullable Integer capacity) {

    /** Earliest first. */
    static List<SessionRow> of(Activity activity, PageReader reader) {
        return activity.sessions().stream()
                .sorted(Comparator.comparing(Session::startsAt))
                .map(session -> new SessionRow(
                        session.id().toString(),
                        Told.of(activity.titleOf(session), activity.language(), reader.language()),
                        session.startsAt().toString(),
                        reader.timesOr(session.timeZone()).span(session.startsAt(), session.endsAt()),
                        session.timeZone().getId(),
                        session.takesPlace(),
                        session.joinUrl() != null,
                        session.places().taken(),
                        session.places().capacity()))
                .toList();
    }
}

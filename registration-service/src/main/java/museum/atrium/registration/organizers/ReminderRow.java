package museum.atrium.registration.organizers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;

/**
 * A reminder that will fall due.
 *
 * @param at as machines read it
 * @param recipients if everybody with a place by now keeps it
 */
record ReminderRow(Told session, String at, String when, int recipients) {

    private record Due(Session session, Instant at) {}

    /** Those that fall due after this moment, in that order. A draft's fall due once it is published. */
    static List<ReminderRow> of(Activity activity, Instant now, PageReader reader) {
        return activity.liveSessions().stream()
                .flatMap(session -> activity.reminders().stream()
                        .map(distance -> new Due(session, distance.before(session.startsAt()))))
                .filter(due -> due.at().isAfter(now))
                .sorted(Comparator.comparing(Due::at))
                .map(due -> new ReminderRow(
                        Told.of(activity.titleOf(due.session()), activity.language(), reader.language()),
                        due.at().toString(),
                        reader.timesOr(due.session().timeZone()).moment(due.at()),
                        due.session().places().taken()))
                .toList();
    }
}

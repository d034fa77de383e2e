package museum.atrium.registration.calendar;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.showcase.Addresses;
import museum.atrium.registration.showcase.Published;
import museum.atrium.registration.showcase.Reader;
import org.springframework.stereotype.Component;

/** Writes the sessions of activities for everyone who follows the programme in their calendar. */
@Component
class ProgrammeCalendars {

    private final Addresses addresses;
    private final Published published;

    ProgrammeCalendars(Addresses addresses, Published published) {
        this.addresses = addresses;
        this.published = published;
    }

    /** What was called off stays as called off; what one goes through in one's own time has no hour to be entered at. */
    byte[] of(String name, List<Activity> activities, Reader reader) {
        Map<ActivityId, Published.Dates> dates = published.dates(activities);
        return CalendarFile.of(
                name,
                activities.stream()
                        .flatMap(activity -> entries(
                                activity,
                                Objects.requireNonNull(dates.get(activity.id())).changedAt(),
                                reader))
                        .sorted(Comparator.comparing(ProgrammeEntry::startsAt).thenComparing(ProgrammeEntry::uid))
                        .map(ProgrammeEntry::written)
                        .toList());
    }

    private Stream<ProgrammeEntry> entries(Activity activity, Instant changedAt, Reader reader) {
        return activity.sessions().stream()
                .filter(session -> !session.format().selfPaced())
                .map(session -> entry(activity, session, changedAt, reader));
    }

    private ProgrammeEntry entry(Activity activity, Session session, Instant changedAt, Reader reader) {
        boolean cancelled = activity.status() == ActivityStatus.CANCELLED;
        String title = reader.text(activity.title(), activity.language());
        String own = reader.text(session.title(), activity.language());
        String summary = reader.text(activity.summary(), activity.language());
        return new ProgrammeEntry(
                session.id() + ".programme@atrium",
                Math.toIntExact(session.revision()) - 1 + (cancelled ? 1 : 0),
                !cancelled && session.takesPlace(),
                session.startsAt(),
                session.endsAt(),
                own.isEmpty() || own.equals(title) ? title : title + ": " + own,
                summary.isEmpty() ? title : title + "\n" + summary,
                addresses.page(activity),
                changedAt.truncatedTo(ChronoUnit.SECONDS));
    }
}

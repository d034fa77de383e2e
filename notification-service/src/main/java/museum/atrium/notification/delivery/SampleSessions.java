package museum.atrium.notification.delivery;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.notification.composing.CalendarEntry;
import museum.atrium.notification.composing.CalendarMethod;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.Manner;
import museum.atrium.notification.composing.SessionInfo;
import museum.atrium.notification.planning.Slot;

/**
 * What a sample shows of the sessions of an activity: what the mail would show to somebody who has chosen all of them.
 *
 * @param shown by their start
 */
record SampleSessions(MailKind kind, List<LiveSession> shown, Instant now) {

    private static final Set<MailKind> OF_NONE =
            EnumSet.of(MailKind.ADDRESS_ASKED, MailKind.CERTIFICATE_READY, MailKind.FOLLOW_UP);
    private static final Set<MailKind> OF_ONE =
            EnumSet.of(MailKind.REMINDER, MailKind.SESSION_RESCHEDULED, MailKind.SESSION_CANCELLED);
    private static final Set<MailKind> INVITING = EnumSet.of(
            MailKind.CONFIRMATION,
            MailKind.PROMOTION,
            MailKind.CHANGED,
            MailKind.ALREADY_REGISTERED,
            MailKind.ADDRESS_CHANGED,
            MailKind.SESSION_RESCHEDULED);
    private static final Set<MailKind> ENDING = EnumSet.of(
            MailKind.CANCELLATION, MailKind.TRANSFERRED, MailKind.SESSION_CANCELLED, MailKind.ACTIVITY_CANCELLED);

    /** Wherever the sessions are at home, one of them has other clocks. */
    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Europe/Paris"), ZoneId.of("America/Sao_Paulo"));

    static SampleSessions of(Activity activity, MailKind kind, Instant now) {
        List<LiveSession> scheduled = activity.sessions().stream()
                .filter(session -> !session.cancelled())
                .toList();
        if (OF_NONE.contains(kind)) {
            return new SampleSessions(kind, List.of(), now);
        }
        if (kind == MailKind.RECORDING_AVAILABLE) {
            return new SampleSessions(kind, scheduled.stream().limit(1).toList(), now);
        }
        if (!OF_ONE.contains(kind)) {
            return new SampleSessions(kind, scheduled, now);
        }
        LiveSession one = scheduled.stream()
                .filter(session -> !session.isOver(now))
                .findFirst()
                .orElseGet(() -> scheduled.isEmpty() ? inAWeek(now) : scheduled.getFirst());
        return new SampleSessions(kind, kind == MailKind.REMINDER ? sitting(one, scheduled) : List.of(one), now);
    }

    private static List<LiveSession> sitting(LiveSession first, List<LiveSession> scheduled) {
        return Sitting.from(
                first,
                scheduled.stream()
                        .filter(session -> !session.manner().selfPaced())
                        .toList());
    }

    private static LiveSession inAWeek(Instant now) {
        Instant start = now.plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        Slot slot = new Slot(start, start.plus(1, ChronoUnit.HOURS), ZoneId.of("UTC"));
        return new LiveSession(UUID.randomUUID(), 1, false, Map.of(), slot, Manner.LIVE);
    }

    List<SessionInfo> infos() {
        return shown.stream().map(LiveSession::info).toList();
    }

    /** The first as it was a day before. */
    SessionInfo previous() {
        LiveSession first = shown.getFirst();
        return first.info(new Slot(
                first.slot().startsAt().minus(1, ChronoUnit.DAYS),
                first.slot().endsAt().minus(1, ChronoUnit.DAYS),
                first.slot().timeZone()));
    }

    List<CalendarEntry> calendar() {
        if (!INVITING.contains(kind) && !ENDING.contains(kind)) {
            return List.of();
        }
        CalendarMethod method = INVITING.contains(kind) ? CalendarMethod.REQUEST : CalendarMethod.CANCEL;
        return shown.stream()
                .filter(session -> !session.manner().selfPaced() && !session.isOver(now))
                .map(session -> new CalendarEntry(session.id(), method, 0))
                .toList();
    }

    /** Ways into rooms that there are not. */
    Map<UUID, URI> join() {
        boolean hasPlace = INVITING.contains(kind) || kind == MailKind.REMINDER;
        return shown.stream()
                .filter(session -> hasPlace && !session.isOver(now))
                .collect(Collectors.toMap(
                        LiveSession::id, session -> URI.create("https://live.example.org/" + session.id())));
    }

    /** Where the clocks differ from those of the first session, so that it is seen how a mail says so. */
    ZoneId reader() {
        return ZONES.stream()
                .filter(zone ->
                        shown.isEmpty() || !sameClock(zone, shown.getFirst().slot()))
                .findFirst()
                .orElse(ZONES.getFirst());
    }

    private static boolean sameClock(ZoneId zone, Slot slot) {
        Instant start = slot.startsAt();
        return zone.getRules()
                .getOffset(start)
                .equals(slot.timeZone().getRules().getOffset(start));
    }
}

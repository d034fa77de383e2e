package museum.atrium.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.notification.composing.CalendarEntry;
import museum.atrium.notification.composing.CalendarMethod;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what a mail does to the recipient's calendar, and remembers it. Asked again for the same delivery it says the
 * same, with the same sequence, unless the world has changed in between.
 */
@Component
class Telling {

    private final Clock clock;

    Telling(Clock clock) {
        this.clock = clock;
    }

    List<CalendarEntry> tell(Case subject) {
        Instant now = clock.instant();
        if (tellsAll(subject)) {
            subject.memory()
                    .tellAll(new Overview(
                            subject.person().revision(), subject.delivery().id()));
        }
        if (subject.delivery().kind().gathers()) {
            subject.memory().tellAlso(AlsoTold.onItsWay(subject.delivery(), others(subject)));
        }
        List<CalendarEntry> entries = new ArrayList<>();
        for (LiveSession session : toldOf(subject)) {
            if (!session.isOver(now)) {
                tell(subject, session).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** What else the mail tells of. None, where it told of some at an earlier attempt, is said as well. */
    List<String> others(Case subject) {
        Stream<String> others = switch (subject.delivery().kind()) {
            case NEW_IN_SERIES ->
                subject.otherNews(clock.instant())
                        .map(news -> AlsoTold.activity(news.activity().info().id()));
            case RECORDING_AVAILABLE -> subject.otherRecordings().map(recording -> AlsoTold.recording(recording.id()));
            default ->
                subject.session().stream()
                        .flatMap(session ->
                                Sitting.from(session, subject).stream().skip(1))
                        .map(AlsoTold::session);
        };
        return others.toList();
    }

    private static boolean tellsAll(Case subject) {
        return switch (subject.delivery().kind()) {
            case CONFIRMATION,
                    PROMOTION,
                    WAITLISTED,
                    OFFER,
                    APPROVAL_REQUESTED,
                    INTEREST_NOTED,
                    SUBSCRIBED,
                    CHANGED,
                    ALREADY_REGISTERED,
                    ADDRESS_CHANGED,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED -> true;
            case OPT_IN,
                    NOW_DATED,
                    NEW_IN_SERIES,
                    DECLINED,
                    OFFER_LAPSED,
                    CANCELLATION,
                    TRANSFER_OFFERED,
                    TRANSFERRED,
                    ADDRESS_PROVING,
                    ADDRESS_ASKED,
                    LINKS,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    REMINDER,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> false;
        };
    }

    private static List<LiveSession> toldOf(Case subject) {
        return switch (subject.delivery().kind()) {
            case CONFIRMATION,
                    PROMOTION,
                    WAITLISTED,
                    OFFER,
                    OFFER_LAPSED,
                    APPROVAL_REQUESTED,
                    DECLINED,
                    INTEREST_NOTED,
                    CHANGED,
                    ALREADY_REGISTERED,
                    ADDRESS_CHANGED,
                    CANCELLATION,
                    TRANSFERRED,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    ACTIVITY_CANCELLED -> subject.activity().sessions();
            case SESSION_RESCHEDULED, SESSION_CANCELLED ->
                subject.session().stream().toList();
            case OPT_IN,
                    NOW_DATED,
                    SUBSCRIBED,
                    NEW_IN_SERIES,
                    TRANSFER_OFFERED,
                    ADDRESS_PROVING,
                    ADDRESS_ASKED,
                    LINKS,
                    REMINDER,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> List.of();
        };
    }

    private static Optional<CalendarEntry> tell(Case subject, LiveSession session) {
        Told told = subject.memory().of(session.id()).orElse(null);
        if (subject.belongsInCalendar(session)) {
            Told now = told != null && stillHolds(subject, session, told)
                    ? told
                    : next(subject, session, told, CalendarMethod.REQUEST);
            subject.memory().tell(now);
            return Optional.of(new CalendarEntry(session.id(), CalendarMethod.REQUEST, now.sequence()));
        }
        if (told != null && told.method() == CalendarMethod.REQUEST) {
            Told now = next(subject, session, told, CalendarMethod.CANCEL);
            subject.memory().tell(now);
            return Optional.of(new CalendarEntry(session.id(), CalendarMethod.CANCEL, now.sequence()));
        }
        if (told != null
                && told.method() == CalendarMethod.CANCEL
                && told.by() == subject.delivery().id()) {
            return Optional.of(new CalendarEntry(session.id(), CalendarMethod.CANCEL, told.sequence()));
        }
        if (isToldWithoutCalendar(subject, session)
                && (told == null || !told.slot().isAtTimesOf(session.slot()))) {
            subject.memory().tell(withoutCalendar(subject, session, told));
        }
        return Optional.empty();
    }

    /**
     * Who has come back after an end is invited anew, also where no mail told the end: they may have taken the entry
     * out of their calendar, which then passes over an invitation that is not newer. So is who has another address, or new
     * links: the entry holds one that is worth nothing any more.
     */
    private static boolean stillHolds(Case subject, LiveSession session, Told told) {
        return told.method() == CalendarMethod.REQUEST
                && told.slot().isAtTimesOf(session.slot())
                && told.revision() >= subject.person().endedAt()
                && told.revision() >= subject.person().linksSince();
    }

    private static boolean isToldWithoutCalendar(Case subject, LiveSession session) {
        return (subject.person().standing().awaitsPlace() || subject.hasPlaceIn(session))
                && subject.person().chose(session.id())
                && !session.cancelled();
    }

    private static Told next(Case subject, LiveSession session, @Nullable Told told, CalendarMethod method) {
        int sequence = told == null ? 0 : told.sequence() + 1;
        return told(subject, session, told, method, sequence);
    }

    private static Told withoutCalendar(Case subject, LiveSession session, @Nullable Told told) {
        return told(subject, session, told, told == null ? null : told.method(), told == null ? -1 : told.sequence());
    }

    private static Told told(
            Case subject, LiveSession session, @Nullable Told told, @Nullable CalendarMethod method, int sequence) {
        Slot previous = told == null || told.slot().isAtTimesOf(session.slot()) ? null : told.slot();
        return new Told(
                subject.person().id(),
                session.id(),
                method,
                sequence,
                session.slot(),
                previous,
                subject.delivery().id(),
                subject.person().revision());
    }
}

package museum.atrium.notification.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.notification.composing.CalendarEntry;
import museum.atrium.notification.composing.SessionInfo;

/** The sessions that a mail shows. */
final class ShownSessions {

    private ShownSessions() {}

    static List<SessionInfo> of(Case subject, List<CalendarEntry> calendar) {
        return switch (subject.delivery().kind()) {
            case REMINDER ->
                subject.session().stream()
                        .flatMap(session -> Sitting.from(session, subject).stream())
                        .map(LiveSession::info)
                        .toList();
            case SESSION_RESCHEDULED, SESSION_CANCELLED ->
                subject.session().stream().map(LiveSession::info).toList();
            case NEW_IN_SERIES ->
                subject.shown().sessions().stream()
                        .filter(session -> !session.cancelled())
                        .map(LiveSession::info)
                        .toList();
            case RECORDING_AVAILABLE ->
                subject.recording().flatMap(recording -> subject.activity().session(recording.session())).stream()
                        .map(LiveSession::info)
                        .toList();
            case ADDRESS_ASKED, LINKS, CERTIFICATE_READY, FOLLOW_UP, MESSAGE -> List.of();
            case OPT_IN,
                    APPROVAL_REQUESTED,
                    DECLINED,
                    OFFER,
                    OFFER_LAPSED,
                    INTEREST_NOTED,
                    NOW_DATED,
                    SUBSCRIBED,
                    CONFIRMATION,
                    WAITLISTED,
                    PROMOTION,
                    CHANGED,
                    CANCELLATION,
                    ALREADY_REGISTERED,
                    TRANSFER_OFFERED,
                    TRANSFERRED,
                    ADDRESS_PROVING,
                    ADDRESS_CHANGED,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    ACTIVITY_CANCELLED -> chosen(subject, calendar);
        };
    }

    /** Those chosen, and those that leave the calendar. What was cancelled before anybody spoke of it is left out. */
    private static List<SessionInfo> chosen(Case subject, List<CalendarEntry> calendar) {
        Set<UUID> inCalendar = calendar.stream().map(CalendarEntry::session).collect(Collectors.toSet());
        List<LiveSession> sessions = subject.activity().sessions().stream()
                .filter(session ->
                        inCalendar.contains(session.id()) || subject.person().chose(session.id()))
                .toList();
        List<SessionInfo> shown = sessions.stream()
                .filter(session -> !session.cancelled()
                        || inCalendar.contains(session.id())
                        || subject.memory().of(session.id()).isPresent())
                .map(LiveSession::info)
                .toList();
        return shown.isEmpty() ? sessions.stream().map(LiveSession::info).toList() : shown;
    }
}

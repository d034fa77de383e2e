package museum.atrium.notification.composing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one mail to one person is composed of.
 *
 * @param messageId without the angle brackets; the same for every attempt, so that mailboxes drop a repeat
 * @param sessions those that this mail is about, in order; they include every session that {@code calendar} names
 * @param calendar entries to add, move or remove; a session with CANCEL is shown as no longer chosen
 * @param reason why the activity, session or registration was cancelled, in the organiser's words
 * @param previous the old times of the first session, when it was moved
 * @param recordings published recordings; a confirmation tells those that are there already
 * @param distance how long before the session's start a reminder was planned
 * @param held every registration of the recipient's address, where that was asked for, or what else is new in the series
 * @param message what the organiser wrote, where that is what the mail brings
 * @param followUp what is said after the end, where that is what the mail says
 * @param network in whose name it is written; null for that of the installation
 */
public record Letter(
        MailKind kind,
        String messageId,
        Recipient recipient,
        RegistrationInfo registration,
        ActivityInfo activity,
        List<SessionInfo> sessions,
        List<CalendarEntry> calendar,
        Links links,
        @Nullable String reason,
        @Nullable SessionInfo previous,
        List<RecordingInfo> recordings,
        @Nullable Duration distance,
        List<HeldInfo> held,
        @Nullable MessageInfo message,
        @Nullable FollowUp followUp,
        @Nullable NetworkInfo network) {

    public Letter {
        sessions = List.copyOf(sessions);
        calendar = List.copyOf(calendar);
        recordings = List.copyOf(recordings);
        held = List.copyOf(held);
        for (CalendarEntry entry : calendar) {
            session(sessions, entry.session());
        }
    }

    SessionInfo session(UUID id) {
        return session(sessions, id);
    }

    private static SessionInfo session(List<SessionInfo> sessions, UUID id) {
        return sessions.stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The letter has a calendar entry for a session that it lacks: " + id));
    }
}

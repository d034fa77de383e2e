package museum.atrium.notification.composing;

import java.util.Locale;

/** Why a mail is written; each kind has its own subject, heading and text in every language. */
public enum MailKind {
    CONFIRMATION,
    WAITLISTED,
    PROMOTION,
    CHANGED,
    CANCELLATION,
    ALREADY_REGISTERED,
    REMINDER,
    SESSION_RESCHEDULED,
    SESSION_CANCELLED,
    ACTIVITY_CANCELLED,
    RECORDING_AVAILABLE;

    /** The first part of this kind's keys in the wording: {@code already-registered} for ALREADY_REGISTERED. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** After these the recipient has no place any more, so nothing invites to join or to keep the place. */
    boolean ends() {
        return this == CANCELLATION || this == ACTIVITY_CANCELLED;
    }
}

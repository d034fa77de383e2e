package museum.atrium.notification.composing;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Why a mail is written; each kind has its own subject, heading and text in every language. */
public enum MailKind {
    OPT_IN,
    APPROVAL_REQUESTED,
    DECLINED,
    OFFER,
    OFFER_LAPSED,
    INTEREST_NOTED,
    NOW_DATED,
    SUBSCRIBED,
    NEW_IN_SERIES,
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

    /** These are about a registration as well as about a subscription, and then say it in other words. */
    private static final Set<MailKind> OF_BOTH = EnumSet.of(OPT_IN, CANCELLATION, ALREADY_REGISTERED);

    /** The same for who subscribes to a series: {@code opt-in-series} for OPT_IN. */
    String keyOfSeries() {
        return OF_BOTH.contains(this) ? key() + "-series" : key();
    }

    /** After these the recipient has no place any more, so nothing invites to join or to keep the place. */
    boolean ends() {
        return switch (this) {
            case CANCELLATION, ACTIVITY_CANCELLED, DECLINED, OFFER_LAPSED -> true;
            case OPT_IN,
                    APPROVAL_REQUESTED,
                    OFFER,
                    INTEREST_NOTED,
                    NOW_DATED,
                    SUBSCRIBED,
                    NEW_IN_SERIES,
                    CONFIRMATION,
                    WAITLISTED,
                    PROMOTION,
                    CHANGED,
                    ALREADY_REGISTERED,
                    REMINDER,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    RECORDING_AVAILABLE -> false;
        };
    }

    /** These tell whoever chose a session what has become of it, with a place or without. */
    boolean changesSession() {
        return this == SESSION_RESCHEDULED || this == SESSION_CANCELLED;
    }

    /** These ask the recipient for one step, and have a button that leads to it. */
    boolean asks() {
        return this == OPT_IN || this == OFFER || this == NOW_DATED || this == NEW_IN_SERIES;
    }
}

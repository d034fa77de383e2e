package museum.atrium.notification.composing;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    TRANSFER_OFFERED,
    TRANSFERRED,
    ADDRESS_PROVING,
    ADDRESS_ASKED,
    ADDRESS_CHANGED,
    LINKS,
    SPEAKER_INVITED,
    SPEAKER_ACCEPTED,
    SPEAKER_DECLINED,
    SPEAKER_WITHDRAWN,
    REMINDER,
    SESSION_RESCHEDULED,
    SESSION_CANCELLED,
    ACTIVITY_CANCELLED,
    RECORDING_AVAILABLE,
    CERTIFICATE_READY,
    FOLLOW_UP,
    MESSAGE;

    /** The first part of this kind's keys in the wording: {@code already-registered} for ALREADY_REGISTERED. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** These are about a registration as well as about a subscription, and then say it in other words. */
    private static final Set<MailKind> OF_BOTH = EnumSet.of(OPT_IN, CANCELLATION, ALREADY_REGISTERED);

    private static final Set<MailKind> ASKING = EnumSet.of(
            OPT_IN,
            OFFER,
            NOW_DATED,
            NEW_IN_SERIES,
            TRANSFER_OFFERED,
            ADDRESS_PROVING,
            SPEAKER_INVITED,
            CERTIFICATE_READY);

    /** The same for who subscribes to a series: {@code opt-in-series} for OPT_IN. */
    String keyOfSeries() {
        return OF_BOTH.contains(this) ? key() + "-series" : key();
    }

    /** The same for who speaks: {@code reminder-speaker} for REMINDER. What is not said there is said as to participants. */
    String keyOfSpeaker() {
        return key() + "-speaker";
    }

    /** After these the recipient has no place any more, so nothing invites to join or to keep the place. */
    boolean ends() {
        return switch (this) {
            case CANCELLATION,
                    ACTIVITY_CANCELLED,
                    DECLINED,
                    OFFER_LAPSED,
                    TRANSFERRED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN -> true;
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
                    TRANSFER_OFFERED,
                    ADDRESS_PROVING,
                    ADDRESS_ASKED,
                    ADDRESS_CHANGED,
                    LINKS,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED,
                    REMINDER,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    RECORDING_AVAILABLE,
                    CERTIFICATE_READY,
                    FOLLOW_UP,
                    MESSAGE -> false;
        };
    }

    /** These tell whoever chose a session what has become of it, with a place or without. */
    boolean changesSession() {
        return this == SESSION_RESCHEDULED || this == SESSION_CANCELLED;
    }

    /** What it is one of, if that can be stopped; null if it cannot. */
    public @Nullable Topic topic() {
        return switch (this) {
            case REMINDER -> Topic.REMINDERS;
            case FOLLOW_UP -> Topic.FOLLOW_UPS;
            case RECORDING_AVAILABLE -> Topic.RECORDINGS;
            case NEW_IN_SERIES -> Topic.NEWS;
            case MESSAGE -> Topic.MESSAGES;
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
                    ADDRESS_ASKED,
                    ADDRESS_CHANGED,
                    LINKS,
                    SPEAKER_INVITED,
                    SPEAKER_ACCEPTED,
                    SPEAKER_DECLINED,
                    SPEAKER_WITHDRAWN,
                    SESSION_RESCHEDULED,
                    SESSION_CANCELLED,
                    ACTIVITY_CANCELLED,
                    CERTIFICATE_READY -> null;
        };
    }

    /** These tell, with what they were planned for, of what other mails of their kind were planned for. */
    public boolean gathers() {
        return this == REMINDER || this == NEW_IN_SERIES || this == RECORDING_AVAILABLE;
    }

    /** These ask the recipient for one step, and have a button that leads to it. */
    boolean asks() {
        return ASKING.contains(this);
    }

    /** These are about how the recipient is reached: that comes before what the registration is for. */
    boolean concernsAddress() {
        return this == ADDRESS_PROVING || this == ADDRESS_ASKED || this == ADDRESS_CHANGED || this == LINKS;
    }

    /** To an address that somebody else may have entered: what they typed as its owner's name is not repeated to them. */
    public boolean addressesByName() {
        return this != TRANSFER_OFFERED && this != ADDRESS_PROVING;
    }
}

package museum.atrium.notification.composing;

import java.util.Locale;

/** Mails of these topics can be stopped by who gets them; all others answer what the person did, or change what they rely on. */
public enum Topic {
    REMINDERS,
    FOLLOW_UPS,
    RECORDINGS,
    NEWS,
    MESSAGES;

    /** In links, forms and messages: {@code follow-ups} for FOLLOW_UPS. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package museum.atrium.notification.composing;

/** What a calendar is asked to do with an entry (iTIP, RFC 5546). */
public enum CalendarMethod {
    REQUEST,
    CANCEL
}

package museum.atrium.notification.composing;

import java.util.UUID;

/**
 * One session's entry in the recipient's calendar.
 *
 * @param sequence rises with every mail that changes this entry; a calendar ignores what is not newer
 */
public record CalendarEntry(UUID session, CalendarMethod method, int sequence) {}

package museum.atrium.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;

/** Writes iCalendar objects (RFC 5545): UTF-8, lines that end with CRLF and have 75 octets at most. */
public final class CalendarText {

    private CalendarText() {}

    /** @param calendar is written as it is; whether it keeps to the standard is for its maker's tests to say */
    public static byte[] of(Calendar calendar) {
        try {
            StringWriter written = new StringWriter(2048);
            new CalendarOutputter(false).output(calendar, written);
            return Folding.again(written.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

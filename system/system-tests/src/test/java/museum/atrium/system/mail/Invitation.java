package museum.atrium.system.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/** What a calendar makes of a mail: its method and an entry for each session. */
public record Invitation(String method, List<Entry> entries) {

    /** The only entry of an activity with one session. */
    public Entry only() {
        if (entries.size() != 1) {
            throw new AssertionError("expected one calendar entry, there are " + entries.size());
        }
        return entries.getFirst();
    }

    static Invitation parse(byte[] ics) {
        try {
            Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(ics));
            return new Invitation(
                    value(calendar.getRequiredProperty(Property.METHOD)),
                    calendar.<VEvent>getComponents(Component.VEVENT).stream()
                            .map(Entry::of)
                            .toList());
        } catch (IOException | ParserException e) {
            throw new AssertionError("a calendar part that a calendar cannot read", e);
        }
    }

    private static String value(Property property) {
        return property.getValue();
    }

    /** One session in a calendar. */
    public record Entry(
            String uid,
            int sequence,
            Instant startsAt,
            Instant endsAt,
            Instant stampedAt,
            String organizer,
            List<String> attendees) {

        private static Entry of(VEvent event) {
            return new Entry(
                    value(event.getRequiredProperty(Property.UID)),
                    Integer.parseInt(value(event.getRequiredProperty(Property.SEQUENCE))),
                    instant(event, Property.DTSTART),
                    instant(event, Property.DTEND),
                    instant(event, Property.DTSTAMP),
                    value(event.getRequiredProperty(Property.ORGANIZER)),
                    event.getProperties(Property.ATTENDEE).stream()
                            .map(Invitation::value)
                            .toList());
        }

        private static Instant instant(VEvent event, String name) {
            DateProperty<?> date = event.getRequiredProperty(name);
            return Instant.from(date.getDate());
        }
    }
}

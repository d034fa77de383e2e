package museum.atrium.registration.calendar;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import museum.atrium.calendar.CalendarText;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A calendar to import once or to subscribe to. */
final class CalendarFile {

    private static final String REFRESHED_EVERY = "PT1H";

    private CalendarFile() {}

    static byte[] of(String name, List<VEvent> entries) {
        List<CalendarComponent> components = entries.isEmpty() ? List.of(utc()) : List.copyOf(entries);
        return CalendarText.of(new Calendar(head(name), new ComponentList<>(components)));
    }

    /**
     * Without a METHOD: this is a calendar and no message. Name and interval twice: RFC 7986's, and those that calendar
     * programs knew before it.
     */
    private static PropertyList head(String name) {
        return new PropertyList(List.of(
                new ProdId("-//Atrium//Atrium//EN"),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN,
                new Name(name),
                new XProperty("X-WR-CALNAME", name),
                new RefreshInterval(new ParameterList(List.of(Value.DURATION)), Duration.parse(REFRESHED_EVERY)),
                new XProperty("X-PUBLISHED-TTL", REFRESHED_EVERY)));
    }

    /** A calendar must hold some component (RFC 5545, 3.6); this one shows nothing. */
    private static VTimeZone utc() {
        LocalDateTime always = LocalDate.EPOCH.atStartOfDay();
        Standard standard = new Standard(new PropertyList(
                List.of(new DtStart<>(always), new TzOffsetFrom(ZoneOffset.UTC), new TzOffsetTo(ZoneOffset.UTC))));
        return new VTimeZone(new PropertyList(List.of(new TzId("Etc/UTC"))), new ComponentList<>(List.of(standard)));
    }
}

package museum.atrium.registration.calendar;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import museum.atrium.calendar.CalendarText;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.Standard;
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

/** What one registration puts into its owner's calendar; no entries: what was there is taken out of it. */
record OwnCalendar(String name, List<Entry> entries) {

    private static final String REFRESHED_EVERY = "PT1H";

    /** @param now becomes each entry's DTSTAMP: with a METHOD that is when it was written, not when it last changed */
    byte[] writtenAt(Instant now) {
        List<CalendarComponent> components = entries.isEmpty()
                ? List.of(utc())
                : entries.stream()
                        .<CalendarComponent>map(entry -> entry.stamped(now))
                        .toList();
        return CalendarText.of(new Calendar(head(), new ComponentList<>(components)));
    }

    /** An entity tag, a weak one: the same as long as nothing changes but the time at which it is written. */
    String tag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(writtenAt(Instant.EPOCH));
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }

    /**
     * Without a METHOD: this is a calendar and no message. Name and interval twice: RFC 7986's, and those that calendar
     * programs knew before it.
     */
    private PropertyList head() {
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

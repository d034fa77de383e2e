package museum.atrium.registration.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import org.jspecify.annotations.Nullable;

/**
 * One session in one person's calendar.
 *
 * @param uid the one of the mails' entries: whichever comes second finds the other
 * @param join null where there is nothing to join any more
 */
record Entry(
        String uid,
        boolean takesPlace,
        Instant startsAt,
        Instant endsAt,
        String summary,
        String description,
        @Nullable URI join) {

    /**
     * Without a SEQUENCE, which stands for 0: the mails count theirs, and an entry that was imported from here must never
     * outrank a later mail. Without an ORGANIZER: calendars keep to the one that they know of an entry, and that is the
     * mails' sender, whom only notification-service knows.
     */
    VEvent stamped(Instant now) {
        List<Property> event = new ArrayList<>(List.of(
                new Uid(uid),
                new DtStamp(now),
                new DtStart<>(startsAt),
                new DtEnd<>(endsAt),
                new Summary(summary),
                new Description(description),
                takesPlace ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED,
                takesPlace ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT));
        if (join != null) {
            event.add(new Location(join.toString()));
            event.add(new Url(join));
        }
        return new VEvent(new PropertyList(event));
    }
}

package museum.atrium.registration.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;

/**
 * One session in everybody's calendar.
 *
 * @param uid never one of a person's own entries, which have a registration in theirs
 * @param sequence rises when it moves or is called off
 * @param changedAt when anything about the activity last changed
 * @param page where one signs up; the way into the room is nobody's who has not
 */
record ProgrammeEntry(
        String uid,
        int sequence,
        boolean takesPlace,
        Instant startsAt,
        Instant endsAt,
        String summary,
        String description,
        URI page,
        Instant changedAt) {

    /** Transparent: a subscriber is not busy before they have signed up. */
    VEvent written() {
        return new VEvent(new PropertyList(List.of(
                new Uid(uid),
                new DtStamp(changedAt),
                new LastModified(changedAt),
                new Sequence(sequence),
                new DtStart<>(startsAt),
                new DtEnd<>(endsAt),
                new Summary(summary),
                new Description(description),
                new Location(page.toString()),
                new Url(page),
                takesPlace ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED,
                ImmutableTransp.TRANSPARENT)));
    }
}

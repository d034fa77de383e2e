package museum.atrium.notification.composing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.calendar.CalendarText;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.CuType;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** One session's entry as an iCalendar object of its own: a scheduling message may hold one UID only (RFC 5546). */
record Invitation(Draft draft, Mailbox organizer, Mailbox attendee) {

    byte[] of(CalendarEntry entry) {
        boolean request = entry.method() == CalendarMethod.REQUEST;
        Method method = request ? ImmutableMethod.REQUEST : ImmutableMethod.CANCEL;
        Calendar calendar = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Atrium//Atrium//EN"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        method)),
                new ComponentList<>(List.of(new VEvent(new PropertyList(event(entry, request))))));
        return CalendarText.of(calendar);
    }

    private List<Property> event(CalendarEntry entry, boolean request) {
        SessionInfo session = draft.letter().session(entry.session());
        List<Property> event = new ArrayList<>(List.of(
                new Uid(uid(session)),
                new Sequence(entry.sequence()),
                new DtStamp(draft.now()),
                new DtStart<>(session.startsAt()),
                new DtEnd<>(session.endsAt()),
                new Summary(draft.names().whole(session)),
                request ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED,
                request ? ImmutableTransp.OPAQUE : ImmutableTransp.TRANSPARENT,
                new Organizer(mailto(organizer)).add(new Cn(cn(organizer))),
                invited()));
        @Nullable URI join = draft.letter().links().join().get(session.id());
        event.add(new Description(description(join)));
        if (request && join != null) {
            event.add(new Location(join.toString()));
            event.add(new Url(join));
        }
        return event;
    }

    /** Stable whatever else changes, so that an update finds its entry; not even the sender's domain is part of it. */
    private String uid(SessionInfo session) {
        return session.id() + "." + draft.letter().recipient().registration() + "@atrium";
    }

    /** Who signed up has accepted: no calendar needs to send the organiser a reply. */
    private Attendee invited() {
        return new Attendee(mailto(attendee))
                .add(new Cn(cn(attendee)))
                .add(CuType.INDIVIDUAL)
                .add(Role.REQ_PARTICIPANT)
                .add(PartStat.ACCEPTED)
                .add(Rsvp.FALSE);
    }

    /** Never the link that manages the registration: entries get forwarded. */
    private String description(@Nullable URI join) {
        List<String> lines = new ArrayList<>();
        lines.add(draft.names().activityTitle().text());
        @Nullable Words summary = draft.names().summary();
        if (summary != null) {
            lines.add(summary.lines());
        }
        if (join != null) {
            lines.add(draft.joinLabel() + "\n" + join);
        }
        return String.join("\n", lines);
    }

    /** A parameter cannot hold a double quote (RFC 5545, 3.2), and readers differ on carets and backslashes (RFC 6868). */
    private static String cn(Mailbox mailbox) {
        String name = mailbox.name().replace('"', '\'').replace("^", "").replace("\\", "");
        return name.isBlank() ? mailbox.address() : name;
    }

    private static URI mailto(Mailbox mailbox) {
        try {
            return new URI("mailto", mailbox.address(), null);
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("Not an address that a calendar can name");
        }
    }
}

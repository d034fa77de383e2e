package museum.atrium.registration.showcase;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.recordings.PublishedRecording;
import museum.atrium.registration.recordings.PublishedRecordings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes an activity in the words of schema.org, as search engines read them. */
@Component
class EventData {

    private final Addresses addresses;
    private final Published published;
    private final PublishedRecordings recordings;
    private final Clock clock;

    EventData(Addresses addresses, Published published, PublishedRecordings recordings, Clock clock) {
        this.addresses = addresses;
        this.published = published;
        this.recordings = recordings;
        this.clock = clock;
    }

    /** The whole of it. A course is what is taught, and one instance of it is what takes place. */
    Thing whole(Activity activity, Reader reader) {
        Announced announced = new Announced(activity, published.earlierStarts(List.of(activity)));
        Thing event = placed(Thing.of(type(activity)), announced, reader)
                .with("image", picture(activity))
                .with("performer", People.speakers(activity))
                .with("sponsor", People.sponsors(activity))
                .with("offers", Offers.of(activity, addresses.page(activity), clock.instant()))
                .with("maximumAttendeeCapacity", capacity(activity))
                .with("maximumVirtualAttendeeCapacity", capacity(activity))
                .with("subEvent", sessions(announced, reader))
                .with("recordedIn", recordings(activity));
        if (activity.kind() != ActivityKind.COURSE) {
            return event.alone();
        }
        return Thing.of("Course")
                .with("@id", addresses.page(activity) + "#course")
                .with("url", addresses.page(activity))
                .with("name", reader.text(activity.title(), activity.language()))
                .with("description", reader.text(activity.summary(), activity.language()))
                .with("inLanguage", activity.language())
                .with("image", picture(activity))
                .with("provider", People.organizers(activity, addresses))
                .with("isAccessibleForFree", true)
                .with("hasCourseInstance", event)
                .alone();
    }

    /** As one of several, without what its own page tells beside when and where. */
    Thing brief(Activity activity, Map<SessionId, Instant> earlierStarts, Reader reader) {
        return placed(Thing.of(type(activity)), new Announced(activity, earlierStarts), reader);
    }

    private static String type(Activity activity) {
        return switch (activity.kind()) {
            case WEBINAR, TRAINING -> "EducationEvent";
            case COURSE -> "CourseInstance";
            case CONFERENCE, SERIES -> "Event";
        };
    }

    private Thing placed(Thing event, Announced announced, Reader reader) {
        Activity activity = announced.activity();
        var series = activity.series();
        event.with("@id", addresses.page(activity))
                .with("url", addresses.page(activity))
                .with("name", reader.text(activity.title(), activity.language()))
                .with("description", reader.text(activity.summary(), activity.language()))
                .with("inLanguage", activity.language());
        if (activity.kind() == ActivityKind.COURSE) {
            event.with("courseMode", "Online");
        }
        return whenAndWhere(event, announced, announced.state())
                .with("startDate", start(announced.first()))
                .with("endDate", end(announced.last()))
                .with("previousStartDate", earlier(announced.first(), announced.earlierStart()))
                .with("isAccessibleForFree", true)
                .with("organizer", People.organizers(activity, addresses))
                .with(
                        "superEvent",
                        series == null
                                ? null
                                : Thing.of("EventSeries")
                                        .with("@id", addresses.series(series.slug()))
                                        .with("url", addresses.series(series.slug()))
                                        .with("name", reader.text(series.title(), activity.language())));
    }

    /** People meet in a room whose address only who has a place learns; for everyone else it is its page. */
    private Thing whenAndWhere(Thing event, Announced announced, Announced.State state) {
        return event.withWord("eventStatus", state.word())
                .withWord("eventAttendanceMode", "OnlineEventAttendanceMode")
                .with("location", Thing.of("VirtualLocation").with("url", addresses.page(announced.activity())));
    }

    /** A single session is the activity itself. */
    private List<Thing> sessions(Announced announced, Reader reader) {
        Activity activity = announced.activity();
        return activity.sessions().size() < 2
                ? List.of()
                : announced.inOrder().stream()
                        .map(session -> session(announced, session, reader))
                        .toList();
    }

    private Thing session(Announced announced, Session session, Reader reader) {
        Activity activity = announced.activity();
        String language = session.format().language();
        Thing event = Thing.of("Event")
                .with("@id", addresses.session(activity, session))
                .with("url", addresses.session(activity, session))
                .with("name", reader.text(activity.titleOf(session), activity.language()))
                .with("inLanguage", language == null ? activity.language() : language);
        return whenAndWhere(event, announced, announced.state(session))
                .with("startDate", start(session))
                .with("endDate", end(session))
                .with("previousStartDate", earlier(session, announced.earlierStart(session)))
                .with("maximumAttendeeCapacity", session.places().capacity())
                .with("maximumVirtualAttendeeCapacity", session.places().capacity())
                .with("superEvent", Map.of("@id", addresses.page(activity)));
    }

    private List<Thing> recordings(Activity activity) {
        UUID id = activity.id().value();
        return recordings.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .map(this::recording)
                .toList();
    }

    private Thing recording(PublishedRecording recording) {
        return Thing.of("VideoObject")
                .with("name", recording.title())
                .with("url", addresses.at(recording.watchPath()))
                .with("inLanguage", recording.language())
                .with("isAccessibleForFree", true);
    }

    /** A single session is the activity itself. */
    private static @Nullable Integer capacity(Activity activity) {
        Integer whole = activity.places().capacity();
        return whole == null && activity.sessions().size() == 1
                ? activity.sessions().getFirst().places().capacity()
                : whole;
    }

    private static @Nullable String picture(Activity activity) {
        var cover = activity.presentation().cover();
        return cover == null ? null : cover.url().toString();
    }

    private static @Nullable String start(@Nullable Session session) {
        return session == null ? null : written(session.startsAt(), session.timeZone());
    }

    private static @Nullable String end(@Nullable Session session) {
        return session == null ? null : written(session.endsAt(), session.timeZone());
    }

    private static @Nullable String earlier(@Nullable Session session, @Nullable Instant start) {
        return session == null || start == null ? null : written(start, session.timeZone());
    }

    /** With the zone's distance from UTC, so that local time can be read off it. */
    private static String written(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}

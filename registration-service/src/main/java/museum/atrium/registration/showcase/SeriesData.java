package museum.atrium.registration.showcase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SessionId;
import org.springframework.stereotype.Component;

/** Writes a series in the words of schema.org, with what is still to come in it. */
@Component
class SeriesData {

    private final Addresses addresses;
    private final Published published;
    private final EventData events;

    SeriesData(Addresses addresses, Published published, EventData events) {
        this.addresses = addresses;
        this.published = published;
        this.events = events;
    }

    Thing whole(ShownSeries.Whole shown, Reader reader) {
        Activity series = shown.series();
        List<Activity> upcoming = shown.upcoming();
        Map<SessionId, Instant> earlier = published.earlierStarts(upcoming);
        return Thing.of("EventSeries")
                .with("@id", addresses.page(series))
                .with("url", addresses.page(series))
                .with("name", reader.text(series.title(), series.language()))
                .with("description", reader.text(series.summary(), series.language()))
                .with("inLanguage", series.language())
                .withWord("eventAttendanceMode", "OnlineEventAttendanceMode")
                .with("location", Thing.of("VirtualLocation").with("url", addresses.page(series)))
                .with("isAccessibleForFree", true)
                .with("organizer", People.organizers(series, addresses))
                .with(
                        "subEvent",
                        upcoming.stream()
                                .map(activity -> events.brief(activity, earlier, reader))
                                .toList())
                .alone();
    }
}

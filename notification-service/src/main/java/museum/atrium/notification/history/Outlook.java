package museum.atrium.notification.history;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.notification.delivery.Expected;
import museum.atrium.notification.delivery.Forecast;
import museum.atrium.notification.history.Addressed.Somebody;
import museum.atrium.pages.ZonedTimes;
import org.springframework.stereotype.Component;

/** What pages show beside the mails themselves: what is to come, and to whom. */
@Component
class Outlook {

    private final NamedActivities activities;
    private final Forecast forecast;
    private final Addressed addressed;

    Outlook(NamedActivities activities, Forecast forecast, Addressed addressed) {
        this.activities = activities;
        this.forecast = forecast;
        this.addressed = addressed;
    }

    /**
     * Mails that will be sent.
     *
     * @param before of a reminder, like {@code 1 h 30 min}; empty: it is none
     */
    record Coming(String kind, String before, String from, String when, int mails) {}

    UUID id(String activity) {
        return activities.id(activity);
    }

    List<Coming> of(UUID activity, ZonedTimes times) {
        return forecast.of(activity).stream()
                .map(expected -> coming(expected, times))
                .toList();
    }

    Map<UUID, Somebody> people(Collection<DeliveryView> mails) {
        return addressed.of(mails.stream().map(DeliveryView::registration).collect(Collectors.toSet()));
    }

    private static Coming coming(Expected expected, ZonedTimes times) {
        Duration distance = expected.distance();
        return new Coming(
                expected.kind().name(),
                distance == null ? "" : written(distance),
                expected.from().toString(),
                expected.from().equals(expected.to())
                        ? times.moment(expected.from())
                        : times.span(expected.from(), expected.to()),
                expected.mails());
    }

    /** With the symbols that all languages share. */
    private static String written(Duration distance) {
        return Stream.of(
                        part(distance.toDays(), "d"),
                        part(distance.toHoursPart(), "h"),
                        part(distance.toMinutesPart(), "min"),
                        part(distance.toSecondsPart(), "s"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }
}

package museum.atrium.notification.history;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.notification.delivery.Expected;
import museum.atrium.notification.delivery.Forecast;
import museum.atrium.notification.history.Addressed.Somebody;
import museum.atrium.notification.history.Titles.Title;
import museum.atrium.pages.PageReader;
import museum.atrium.pages.ZonedTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages show beside the mails themselves: what is to come, and to whom. */
@Component
class Outlook {

    private final NamedActivities activities;
    private final Forecast forecast;
    private final Addressed addressed;
    private final Titles titles;

    Outlook(NamedActivities activities, Forecast forecast, Addressed addressed, Titles titles) {
        this.activities = activities;
        this.forecast = forecast;
        this.addressed = addressed;
        this.titles = titles;
    }

    /**
     * Mails that will be sent.
     *
     * @param session that they are about; null: it has no title of its own, or they are about none
     * @param before of a reminder, like {@code 1 h 30 min}; empty: it is none
     */
    record Coming(String kind, @Nullable Title session, String before, String from, String when, int mails) {}

    UUID id(String activity) {
        return activities.id(activity);
    }

    List<Coming> of(UUID activity, PageReader reader) {
        List<Expected> expected = forecast.of(activity);
        Map<UUID, Title> sessions = titles.ofSessions(
                expected.stream()
                        .map(Expected::about)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                reader.language());
        return expected.stream()
                .map(one -> coming(one, one.about() == null ? null : sessions.get(one.about()), reader.times()))
                .toList();
    }

    /** What the activities of these mails are called, by their ids. */
    Map<UUID, Title> activities(Collection<DeliveryView> mails, PageReader reader) {
        return titles.ofActivities(
                mails.stream()
                        .map(DeliveryView::activity)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                reader.language());
    }

    Title titleOf(UUID activity, PageReader reader) {
        return titles.ofActivities(List.of(activity), reader.language())
                .getOrDefault(activity, new Title(activity.toString(), "zxx", activity.toString()));
    }

    Map<UUID, Somebody> people(Collection<DeliveryView> mails) {
        return addressed.of(mails.stream().map(DeliveryView::registration).collect(Collectors.toSet()));
    }

    private static Coming coming(Expected expected, @Nullable Title session, ZonedTimes times) {
        Duration distance = expected.distance();
        return new Coming(
                expected.kind().name(),
                session,
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

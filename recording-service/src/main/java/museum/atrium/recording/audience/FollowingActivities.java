package museum.atrium.recording.audience;

import static museum.atrium.recording.audience.EventReading.required;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.recording.audience.KnownActivity.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps of every published activity and series what recordings refer to. */
@Component
class FollowingActivities implements EventHandler {

    private final KnownActivities activities;
    private final KnownSeriesStore series;
    private final Intake intake;

    FollowingActivities(KnownActivities activities, KnownSeriesStore series, Intake intake) {
        this.activities = activities;
        this.series = series;
        this.intake = intake;
    }

    @Override
    public String topic() {
        return "atrium.activities";
    }

    @Override
    public void handle(ReceivedEvent event) {
        if (event.payload() == null) {
            return; // An activity is cancelled, never erased; its recordings keep its name.
        }
        Activity activity = EventReading.read(event.payload(), Activity.class);
        if (activity.isSeries()) {
            KnownSeries known = activity.knownSeries();
            intake.take("activity", event.key(), activity.revision(), () -> series.keep(known));
        } else {
            KnownActivity known = activity.known();
            intake.take("activity", event.key(), activity.revision(), () -> {
                activities.keep(known);
                activity.itsSeries().ifPresent(series::keepUnlessTold);
            });
        }
    }

    /** Of the contract {@code activity} what is used here. */
    private record Activity(
            @Nullable UUID id,
            long revision,
            @Nullable String slug,
            @Nullable String kind,
            @Nullable String language,
            @Nullable Map<String, String> title,
            @Nullable Map<String, String> summary,
            @Nullable Series series,
            @Nullable List<Organization> organizations,
            @Nullable List<Session> sessions) {

        boolean isSeries() {
            return "SERIES".equals(kind);
        }

        KnownSeries knownSeries() {
            return new KnownSeries(
                    required(id, "id"),
                    required(slug, "slug"),
                    required(language, "language"),
                    required(title, "title"),
                    summary == null ? Map.of() : summary);
        }

        Optional<KnownSeries> itsSeries() {
            return series == null || series.id() == null
                    ? Optional.empty()
                    : Optional.of(new KnownSeries(
                            series.id(),
                            required(series.slug(), "the series' slug"),
                            null,
                            required(series.title(), "the series' title"),
                            Map.of()));
        }

        KnownActivity known() {
            return new KnownActivity(
                    required(id, "id"),
                    required(slug, "slug"),
                    required(language, "language"),
                    required(title, "title"),
                    series == null ? null : series.id(),
                    organizations == null
                            ? List.of()
                            : organizations.stream()
                                    .filter(organization -> "ORGANIZER".equals(organization.role()))
                                    .map(organization -> required(organization.name(), "an organisation's name"))
                                    .toList(),
                    required(sessions, "sessions").stream()
                            .map(session -> required(session.id(), "a session's id"))
                            .toList(),
                    required(sessions, "sessions").stream()
                            .flatMap(session -> session.slot().stream())
                            .toList());
        }
    }

    /** @param id absent in events from before series could be subscribed to */
    private record Series(
            @Nullable UUID id,
            @Nullable String slug,
            @Nullable Map<String, String> title) {}

    private record Organization(
            @Nullable String name, @Nullable String role) {}

    private record Session(
            @Nullable UUID id,
            @Nullable String status,
            @Nullable Map<String, String> title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {

        Optional<Slot> slot() {
            return id == null || title == null || startsAt == null || endsAt == null
                    ? Optional.empty()
                    : Optional.of(new Slot(id, title, startsAt, endsAt, "CANCELLED".equals(status)));
        }
    }
}

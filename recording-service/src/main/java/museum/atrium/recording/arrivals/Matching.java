package museum.atrium.recording.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.audience.KnownActivity.Slot;
import org.springframework.stereotype.Component;

/** Finds the session that something was recorded of: by its room, where one is named for it, else by its time. */
@Component
class Matching {

    private final Rooms rooms;
    private final KnownActivities activities;

    Matching(Rooms rooms, KnownActivities activities) {
        this.rooms = rooms;
        this.activities = activities;
    }

    sealed interface Match {

        record Found(Place place) implements Match {}

        record Unclear(String reason) implements Match {}
    }

    private record Candidate(KnownActivity activity, Slot slot, Duration shared) {}

    Match match(Arrival arrival) {
        Optional<Place> room = rooms.find(arrival.source(), arrival.room());
        if (room.isPresent()) {
            Place place = room.get();
            return new Match.Found(place.session() == null ? sessionOf(place, arrival) : place);
        }
        List<Candidate> candidates = activities.takingPlaceBetween(arrival.startedAt(), arrival.endedAt()).stream()
                .flatMap(activity -> candidates(activity, arrival).stream())
                .filter(candidate -> isMostOf(candidate, arrival))
                .toList();
        return switch (candidates.size()) {
            case 0 -> new Match.Unclear("No session took place at that time, as far as it is known here.");
            case 1 ->
                new Match.Found(new Place(
                        candidates.getFirst().activity().id(),
                        candidates.getFirst().slot().id()));
            default -> new Match.Unclear("%d sessions took place at that time.".formatted(candidates.size()));
        };
    }

    /** Of an activity's sessions that which shares most of the time, if any does. */
    private Place sessionOf(Place place, Arrival arrival) {
        return activities.find(place.activity()).stream()
                .flatMap(activity -> candidates(activity, arrival).stream())
                .max(Comparator.comparing(Candidate::shared))
                .map(candidate -> new Place(place.activity(), candidate.slot().id()))
                .orElse(place);
    }

    private static List<Candidate> candidates(KnownActivity activity, Arrival arrival) {
        return activity.slots().stream()
                .filter(slot -> !slot.cancelled())
                .map(slot -> new Candidate(activity, slot, shared(slot, arrival)))
                .filter(candidate -> candidate.shared().isPositive())
                .toList();
    }

    /** At least half of the shorter of both: a room may be opened an hour early, or be recorded in parts. */
    private static boolean isMostOf(Candidate candidate, Arrival arrival) {
        Duration slot =
                Duration.between(candidate.slot().startsAt(), candidate.slot().endsAt());
        Duration recorded = Duration.between(arrival.startedAt(), arrival.endedAt());
        Duration shorter = slot.compareTo(recorded) < 0 ? slot : recorded;
        return candidate.shared().multipliedBy(2).compareTo(shorter) >= 0;
    }

    private static Duration shared(Slot slot, Arrival arrival) {
        Instant from = slot.startsAt().isAfter(arrival.startedAt()) ? slot.startsAt() : arrival.startedAt();
        Instant to = slot.endsAt().isBefore(arrival.endedAt()) ? slot.endsAt() : arrival.endedAt();
        return Duration.between(from, to);
    }
}

package museum.atrium.recording.arrivals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.recording.arrivals.Arrivals.Listed;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What arrived by itself, and which rooms belong to what. */
@RestController
@RequestMapping("/api/recordings")
class ArrivalsApi {

    private static final int MOST = 200;
    private static final int LONGEST_ROOM = 300;
    private static final Pattern ZOOM_NUMBER = Pattern.compile("[\\s\\u00a0]*\\d[\\d\\s\\u00a0-]*");
    private static final List<String> STATES = List.of("WAITING", "ASSIGNED", "IGNORED");

    private final Arrivals arrivals;
    private final Receiving receiving;
    private final Rooms rooms;
    private final KnownActivities activities;

    ArrivalsApi(Arrivals arrivals, Receiving receiving, Rooms rooms, KnownActivities activities) {
        this.arrivals = arrivals;
        this.receiving = receiving;
        this.rooms = rooms;
        this.activities = activities;
    }

    record Items<T>(List<T> items) {}

    /** @param activity its slug or its id */
    record Wanted(@Nullable String activity, @Nullable UUID session) {}

    record RoomAnswer(
            ArrivalSource source,
            String room,
            UUID activity,
            @Nullable UUID session) {

        static RoomAnswer of(Rooms.Room room) {
            return new RoomAnswer(
                    room.source(),
                    room.room(),
                    room.place().activity(),
                    room.place().session());
        }
    }

    @GetMapping("/arrivals")
    Items<Listed> list(
            @RequestParam(required = false) @Nullable String state, @RequestParam Map<String, String> parameters) {
        only("state", parameters);
        if (state != null && !STATES.contains(state)) {
            throw Refusal.badRequest("state is WAITING, ASSIGNED or IGNORED.");
        }
        return new Items<>(arrivals.list(state, MOST));
    }

    @PostMapping("/arrivals/{id}/assignment")
    Listed assign(@PathVariable UUID id, @RequestBody Wanted wanted) {
        receiving.assign(id, place(wanted));
        return arrivals.find(id).orElseThrow();
    }

    @DeleteMapping("/arrivals/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ignore(@PathVariable UUID id) {
        receiving.ignore(id);
    }

    @GetMapping("/rooms")
    Items<RoomAnswer> rooms(@RequestParam @Nullable String activity, @RequestParam Map<String, String> parameters) {
        only("activity", parameters);
        return new Items<>(
                rooms.of(known(activity).id()).stream().map(RoomAnswer::of).toList());
    }

    @PutMapping("/rooms/{source}/{room}")
    RoomAnswer keep(@PathVariable String source, @PathVariable String room, @RequestBody Wanted wanted) {
        Rooms.Room kept = new Rooms.Room(source(source), room(source(source), room), place(wanted));
        rooms.keep(kept);
        return RoomAnswer.of(kept);
    }

    @DeleteMapping("/rooms/{source}/{room}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String source, @PathVariable String room) {
        if (!rooms.remove(source(source), room(source(source), room))) {
            throw Refusal.notFound("This room belongs to nothing.");
        }
    }

    private Place place(Wanted wanted) {
        KnownActivity activity = known(wanted.activity());
        UUID session = wanted.session();
        if (session != null && !activity.sessions().contains(session)) {
            throw Refusal.invalid(new FieldError("session", "The activity has no such session."));
        }
        return new Place(activity.id(), session);
    }

    private KnownActivity known(@Nullable String activity) {
        return activities
                .named(String.valueOf(activity))
                .orElseThrow(() -> Refusal.invalid(
                        new FieldError("activity", "Give the slug or the id of a published activity.")));
    }

    private static ArrivalSource source(String written) {
        return Arrays.stream(ArrivalSource.values())
                .filter(source -> source.name().equals(written))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(new FieldError("source", "is ZOOM or BIGBLUEBUTTON")));
    }

    private static String room(ArrivalSource source, String written) {
        if (written.isBlank() || written.length() > LONGEST_ROOM || written.indexOf('\0') >= 0) {
            throw Refusal.invalid(new FieldError(
                    "room", "Give what its system calls the room, in %d characters at most.".formatted(LONGEST_ROOM)));
        }
        // To people Zoom shows the number in groups, and tells of it without.
        return source == ArrivalSource.ZOOM && ZOOM_NUMBER.matcher(written).matches()
                ? written.replaceAll("\\D", "")
                : written;
    }

    private static void only(String parameter, Map<String, String> parameters) {
        if (!Set.of(parameter).containsAll(parameters.keySet())) {
            throw Refusal.badRequest("The only parameter here is: " + parameter + ".");
        }
    }
}

package museum.atrium.recording.publication;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.recording.audience.KnownActivities;
import museum.atrium.recording.audience.KnownActivity;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All recordings of an activity, or of all of them, in pages. */
@RestController
class RecordingList {

    private static final int LONGEST_PAGE = 100;
    private static final List<String> PARAMETERS = List.of("activity", "state", "limit", "cursor");

    private final KnownActivities activities;
    private final Recordings recordings;
    private final Answers answers;

    RecordingList(KnownActivities activities, Recordings recordings, Answers answers) {
        this.activities = activities;
        this.recordings = recordings;
        this.answers = answers;
    }

    /** @param next the cursor of the next page, null on the last */
    record Page(List<RecordingAnswer> items, @Nullable UUID next) {}

    @GetMapping("/api/recordings")
    Page list(
            @RequestParam(required = false) @Nullable String activity,
            @RequestParam(required = false) @Nullable RecordingState state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam Map<String, String> sent) {
        if (!PARAMETERS.containsAll(sent.keySet())) {
            throw Refusal.badRequest("The parameters here are: %s.".formatted(String.join(", ", PARAMETERS)));
        }
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Refusal.badRequest("limit is a number from 1 to %d.".formatted(LONGEST_PAGE));
        }
        RecordingId after = cursor == null ? null : new RecordingId(cursor);
        List<Recording> found = activity == null
                ? recordings.newest(state, after, limit + 1)
                : recordings.of(known(activity), state, after, limit + 1);
        List<Recording> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream().map(answers::of).toList(),
                found.size() > limit ? page.getLast().id().value() : null);
    }

    private UUID known(String activity) {
        return activities
                .named(activity)
                .map(KnownActivity::id)
                .orElseThrow(() -> Refusal.notFound("No activity of that name is known here."));
    }
}

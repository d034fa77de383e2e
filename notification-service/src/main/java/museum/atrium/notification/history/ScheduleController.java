package museum.atrium.notification.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.delivery.Expected;
import museum.atrium.notification.delivery.Forecast;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What will be sent of an activity, when, and to how many. */
@RestController
class ScheduleController {

    private final NamedActivities activities;
    private final Forecast forecast;

    ScheduleController(NamedActivities activities, Forecast forecast) {
        this.activities = activities;
        this.forecast = forecast;
    }

    record Schedule(List<Item> items) {}

    /** @param distance ISO 8601, of a reminder */
    record Item(
            String kind,
            @Nullable UUID session,
            @Nullable UUID recording,
            @Nullable UUID newActivity,
            @Nullable UUID message,
            @Nullable String distance,
            Instant from,
            Instant to,
            int mails) {

        static Item of(Expected expected) {
            MailKind kind = expected.kind();
            boolean ofRecording = kind == MailKind.RECORDING_AVAILABLE;
            boolean ofSeries = kind == MailKind.NEW_IN_SERIES;
            boolean ofMessage = kind == MailKind.MESSAGE;
            return new Item(
                    kind.name(),
                    ofRecording || ofSeries || ofMessage ? null : expected.about(),
                    ofRecording ? expected.about() : null,
                    ofSeries ? expected.about() : null,
                    ofMessage ? expected.about() : null,
                    Objects.toString(expected.distance(), null),
                    expected.from(),
                    expected.to(),
                    expected.mails());
        }
    }

    @GetMapping("/api/schedule")
    ResponseEntity<Schedule> schedule(
            @RequestParam(required = false) @Nullable String activity, @RequestParam Map<String, String> parameters) {
        if (activity == null || !parameters.keySet().equals(Set.of("activity"))) {
            throw Refusal.badRequest("Say of which 'activity' by its id or slug; there is no other parameter.");
        }
        List<Item> items =
                forecast.of(activities.id(activity)).stream().map(Item::of).toList();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Schedule(items));
    }
}

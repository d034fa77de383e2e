package museum.atrium.notification.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many mails went, wait, or came to nothing. */
@RestController
class StatisticsController {

    private final NamedActivities activities;
    private final Statistics statistics;

    StatisticsController(NamedActivities activities, Statistics statistics) {
        this.activities = activities;
        this.statistics = statistics;
    }

    record Counted(List<Statistics.OfKind> items) {}

    /** @param activity id or slug; null for all */
    @GetMapping("/api/deliveries/statistics")
    ResponseEntity<Counted> count(
            @RequestParam(required = false) @Nullable String activity, @RequestParam Map<String, String> parameters) {
        if (!Set.of("activity").containsAll(parameters.keySet())) {
            throw Refusal.badRequest("The parameter here is: activity.");
        }
        Counted counted = new Counted(statistics.count(activity == null ? null : activities.id(activity)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(counted);
    }
}

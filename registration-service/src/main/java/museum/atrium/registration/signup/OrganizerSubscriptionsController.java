package museum.atrium.registration.signup;

import museum.atrium.registration.programme.SeriesList;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who subscribes to a series. */
@RestController
class OrganizerSubscriptionsController {

    private final SeriesList series;
    private final RegistrationList subscriptions;

    OrganizerSubscriptionsController(SeriesList series, RegistrationList subscriptions) {
        this.series = series;
        this.subscriptions = subscriptions;
    }

    @GetMapping("/api/organizer/series/{slug}/subscriptions")
    RegistrationList.Page list(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return subscriptions.page(series.existing(slug).id(), status, limit, cursor);
    }
}

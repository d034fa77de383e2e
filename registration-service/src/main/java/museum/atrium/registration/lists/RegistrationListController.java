package museum.atrium.registration.lists;

import java.util.List;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SeriesList;
import museum.atrium.registration.signup.OrganizerRegistration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is registered for an activity, or subscribes to a series, page by page. */
@RestController
class RegistrationListController {

    private static final int USUAL_PAGE = 100;
    private static final int MOST_PER_PAGE = 500;

    private final Activities activities;
    private final SeriesList series;
    private final ListedRegistrations listed;

    RegistrationListController(Activities activities, SeriesList series, ListedRegistrations listed) {
        this.activities = activities;
        this.series = series;
        this.listed = listed;
    }

    /**
     * @param total how many there were with the first page
     * @param next the cursor of the next page; null: there is none
     */
    record Page(List<OrganizerRegistration> items, @Nullable String next, long total) {}

    @GetMapping("/api/organizer/activities/{slug}/registrations")
    Page list(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        return page(activities.existing(slug), Filter.parameters(sent, "limit", "cursor"));
    }

    /** Who subscribes to a series: a subscription is a registration for it. */
    @GetMapping("/api/organizer/series/{slug}/subscriptions")
    Page subscriptions(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        return page(series.existing(slug), QueryParameters.of(sent, "status", "q", "reachable", "limit", "cursor"));
    }

    private Page page(Activity activity, QueryParameters parameters) {
        ListedRegistrations.Page page = listed.page(
                Filter.of(activity, parameters),
                parameters.text("cursor"),
                parameters.limit(USUAL_PAGE, MOST_PER_PAGE));
        return new Page(page.items(), page.next(), page.total());
    }
}

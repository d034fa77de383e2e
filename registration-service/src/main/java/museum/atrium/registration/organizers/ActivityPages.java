package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.pages.PageReader;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.pages.OrganizerPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.ChangingActivities;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.Speaker;
import museum.atrium.registration.statistics.Counting;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One activity at a glance, and what is done about it as a whole. */
@OrganizerPage
class ActivityPages {

    private static final int LONGEST_REASON = 1000;

    private final Activities activities;
    private final ChangingActivities changing;
    private final Counting counting;
    private final Page page;

    ActivityPages(Activities activities, ChangingActivities changing, Counting counting, Page page) {
        this.activities = activities;
        this.changing = changing;
        this.counting = counting;
        this.page = page;
    }

    @GetMapping("/organizer/activities/{slug}")
    ResponseEntity<String> show(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        QueryParameters.of(sent, "saved");
        return answer(activities.existing(slug), null, request);
    }

    @PostMapping("/organizer/activities/{slug}/publication")
    ResponseEntity<String> publish(@PathVariable String slug, HttpServletRequest request) {
        try {
            changing.publish(slug);
        } catch (Refusal refusal) {
            return answer(activities.existing(slug), refusal, request);
        }
        return backTo(slug);
    }

    @PostMapping("/organizer/activities/{slug}/cancellation")
    ResponseEntity<String> cancel(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request) {
        try {
            Findings findings = new Findings();
            String checked =
                    findings.optionalLine("reason", reason == null || reason.isBlank() ? null : reason, LONGEST_REASON);
            findings.refuseIfAny();
            changing.cancel(slug, checked);
        } catch (Refusal refusal) {
            return answer(activities.existing(slug), refusal, request);
        }
        return backTo(slug);
    }

    private ResponseEntity<String> answer(Activity activity, @Nullable Refusal refusal, HttpServletRequest request) {
        PageReader reader = PageReader.of(request);
        Page.Content content = page.forOrganizers("organizer/activity")
                .with("line", ActivityLine.of(activity, reader))
                .with(
                        "network",
                        activity.network() == null ? "" : activity.network().name())
                .with("reason", activity.cancellationReason() == null ? "" : activity.cancellationReason())
                .with("saved", refusal == null && request.getParameter("saved") != null)
                .with("opens", moment(activity.signUp().opensAt(), reader))
                .with("closes", moment(activity.signUp().closesAt(), reader))
                .with(
                        "speakers",
                        activity.speakers().stream().map(Speaker::name).toList())
                .with("coverAwaited", activity.isPublished() && isCoverAwaited(activity))
                .with("sessions", SessionRow.of(activity, reader))
                .with(
                        "reminders",
                        activity.status() == ActivityStatus.CANCELLED
                                ? List.of()
                                : ReminderRow.of(activity, page.now(), reader))
                .with("statuses", counting.count(activity, null).registrations())
                .with("draft", activity.status() == ActivityStatus.DRAFT)
                .with("published", activity.status() == ActivityStatus.PUBLISHED);
        return (refusal == null ? content : content.with("refusal", refusal))
                .picture("cover", activity.presentation().cover(), activity.language())
                .answer(refusal);
    }

    private boolean isCoverAwaited(Activity activity) {
        Picture cover = activity.presentation().cover();
        return cover != null
                && page.shown(cover, activity.language(), page.reader().language()) == null;
    }

    private static String moment(@Nullable Instant instant, PageReader reader) {
        return instant == null ? "" : reader.times().moment(instant);
    }

    private static ResponseEntity<String> backTo(String slug) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/organizer/activities/" + slug))
                .build();
    }
}

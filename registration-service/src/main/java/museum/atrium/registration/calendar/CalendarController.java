package museum.atrium.registration.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.signup.OpeningFeeds;
import museum.atrium.registration.signup.OwnRegistrations;
import museum.atrium.registration.signup.Registration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a calendar program asks again and again, and a browser once. */
@PersonalPage
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final OwnRegistrations own;
    private final OpeningFeeds feeds;
    private final Activities activities;
    private final OwnCalendars calendars;
    private final Clock clock;

    CalendarController(
            OwnRegistrations own, OpeningFeeds feeds, Activities activities, OwnCalendars calendars, Clock clock) {
        this.own = own;
        this.feeds = feeds;
        this.activities = activities;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/api/registrations/{token}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        Registration registration = own.byManageToken(token);
        Activity activity = own.activityOf(registration);
        Instant now = clock.instant();
        return answer(calendars.of(registration, activity, now), activity.slug(), now);
    }

    /** Of all that an address is registered for: nothing else leads here than the mail that its owner asked for. */
    @GetMapping("/api/registrations/calendars/{token}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String token) {
        List<Registration> registrations = feeds.byFeedToken(token);
        List<UUID> ids = registrations.stream()
                .map(registration -> registration.activity().value())
                .distinct()
                .toList();
        Map<ActivityId, Activity> all =
                activities.findAll(ids).stream().collect(Collectors.toMap(Activity::id, Function.identity()));
        Instant now = clock.instant();
        return answer(calendars.ofAll(registrations, all, now), "calendar", now);
    }

    /** Kept by nobody but the calendar program itself, which is told when nothing has changed. */
    private static ResponseEntity<byte[]> answer(OwnCalendar calendar, String name, Instant now) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(calendar.tag())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name + ".ics")
                                .build()
                                .toString())
                .body(calendar.writtenAt(now));
    }
}

package museum.atrium.registration.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import museum.atrium.registration.pages.PersonalPage;
import museum.atrium.registration.programme.Activity;
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
    private final OwnCalendars calendars;
    private final Clock clock;

    CalendarController(OwnRegistrations own, OwnCalendars calendars, Clock clock) {
        this.own = own;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Kept by nobody but the calendar program itself, which is told when nothing has changed. */
    @GetMapping("/api/registrations/{token}/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        Registration registration = own.byManageToken(token);
        Activity activity = own.activityOf(registration);
        Instant now = clock.instant();
        OwnCalendar calendar = calendars.of(registration, activity, now);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(calendar.tag())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(activity.slug() + ".ics")
                                .build()
                                .toString())
                .body(calendar.writtenAt(now));
    }
}

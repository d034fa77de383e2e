package museum.atrium.registration.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.showcase.Published;
import museum.atrium.registration.showcase.Reader;
import museum.atrium.registration.showcase.ShownSeries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the calendar programs of everybody ask for the programme again and again. */
@RestController
class ProgrammeCalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Published published;
    private final ShownSeries series;
    private final ProgrammeCalendars calendars;

    ProgrammeCalendarController(Published published, ShownSeries series, ProgrammeCalendars calendars) {
        this.published = published;
        this.series = series;
        this.calendars = calendars;
    }

    @GetMapping("/programme/{slug}/calendar.ics")
    ResponseEntity<byte[]> activity(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        Activity activity = published.existing(slug);
        return answer(activity, List.of(activity), Reader.of(lang, languages));
    }

    @GetMapping("/programme/series/{slug}/calendar.ics")
    ResponseEntity<byte[]> series(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        ShownSeries.Whole shown = series.existing(slug);
        List<Activity> all =
                Stream.concat(shown.upcoming().stream(), shown.past().stream()).toList();
        return answer(shown.series(), all, Reader.of(lang, languages));
    }

    private ResponseEntity<byte[]> answer(Activity named, List<Activity> activities, Reader reader) {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(named.slug() + ".ics")
                                .build()
                                .toString())
                .body(calendars.of(reader.text(named.title(), named.language()), activities, reader));
    }
}

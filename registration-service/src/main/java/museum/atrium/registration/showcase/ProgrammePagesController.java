package museum.atrium.registration.showcase;

import museum.atrium.registration.pages.OpenPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

@OpenPage
class ProgrammePagesController {

    private final Published published;
    private final ActivityPage activityPage;
    private final ShownSeries series;
    private final SeriesPage seriesPage;

    ProgrammePagesController(
            Published published, ActivityPage activityPage, ShownSeries series, SeriesPage seriesPage) {
        this.published = published;
        this.activityPage = activityPage;
        this.series = series;
        this.seriesPage = seriesPage;
    }

    @GetMapping("/programme/{slug}")
    ResponseEntity<String> activity(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return activityPage
                .of(published.existing(slug), Reader.of(lang, languages))
                .openAnswer();
    }

    /** Slugs have no dots: what has one is a file of an activity that is called 'series'. */
    @GetMapping("/programme/series/{slug:[^.]+}")
    ResponseEntity<String> series(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return seriesPage.of(series.existing(slug), Reader.of(lang, languages)).openAnswer();
    }
}

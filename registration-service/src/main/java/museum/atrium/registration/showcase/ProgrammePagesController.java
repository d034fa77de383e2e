package museum.atrium.registration.showcase;

import java.util.regex.Pattern;
import museum.atrium.http.Refusal;
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

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final Published published;
    private final SignUpPage signUpPage;
    private final ShownSeries series;
    private final SeriesPage seriesPage;
    private final ProgrammePage programmePage;

    ProgrammePagesController(
            Published published,
            SignUpPage signUpPage,
            ShownSeries series,
            SeriesPage seriesPage,
            ProgrammePage programmePage) {
        this.published = published;
        this.signUpPage = signUpPage;
        this.series = series;
        this.seriesPage = seriesPage;
        this.programmePage = programmePage;
    }

    @GetMapping("/programme")
    ResponseEntity<String> programme(
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        if (!NUMBER.matcher(page).matches()) {
            throw Refusal.badRequest("The parameter 'page' must be a number from 1 on.");
        }
        return programmePage
                .of(Integer.parseInt(page), lang, Reader.of(lang, languages))
                .openAnswer();
    }

    @GetMapping("/programme/{slug}")
    ResponseEntity<String> activity(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return signUpPage
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

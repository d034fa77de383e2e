package museum.atrium.registration.showcase;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.pages.OpenPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@OpenPage
class ProgrammePagesController {

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
    ResponseEntity<String> programme(@RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Map<String, String> parameters = QueryParameters.once(sent);
        String lang = parameters.get("lang");
        return programmePage
                .of(ProgrammeAddress.of(parameters), lang, Reader.of(lang, request))
                .openAnswer();
    }

    @GetMapping("/programme/{slug}")
    ResponseEntity<String> activity(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return signUpPage.of(published.existing(slug), Reader.of(lang, request)).openAnswer();
    }

    /** Slugs have no dots: what has one is a file of an activity that is called 'series'. */
    @GetMapping("/programme/series/{slug:[^.]+}")
    ResponseEntity<String> series(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return seriesPage.of(series.existing(slug), Reader.of(lang, request)).openAnswer();
    }
}

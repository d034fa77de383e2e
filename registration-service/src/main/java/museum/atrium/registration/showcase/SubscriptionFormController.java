package museum.atrium.registration.showcase;

import jakarta.servlet.http.HttpServletRequest;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.OpenPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.signup.FormSubscriptions;
import museum.atrium.registration.signup.RegistrationStatus;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what the form on the page of a series sends. Nobody is signed in, so there is nothing for another site's form to abuse. */
@OpenPage
class SubscriptionFormController {

    private final ShownSeries series;
    private final SeriesPage seriesPage;
    private final FormSubscriptions subscriptions;
    private final Page page;

    SubscriptionFormController(ShownSeries series, SeriesPage seriesPage, FormSubscriptions subscriptions, Page page) {
        this.series = series;
        this.seriesPage = seriesPage;
        this.subscriptions = subscriptions;
        this.page = page;
    }

    @PostMapping(
            path = "/programme/series/{slug}/subscriptions",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> subscribe(
            @PathVariable String slug, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest call) {
        Reader reader = Reader.of(fields.getFirst("lang"), call);
        ShownSeries.Whole shown = series.existing(slug);
        Activity subscribed = shown.series();
        RegistrationStatus status;
        try {
            status = subscriptions.subscribe(slug, fields, reader.wording(), call);
        } catch (Refusal refusal) {
            return seriesPage.refused(shown, reader, fields, refusal).answer(refusal);
        }
        return page.of("signed-up", reader.wording())
                .with("title", reader.told(subscribed.title(), subscribed.language()))
                .with("status", status.name())
                .with("back", "/programme/series/" + slug)
                .with("of", "subscribe")
                .heldBy(subscribed.network())
                .answer(HttpStatus.OK);
    }
}

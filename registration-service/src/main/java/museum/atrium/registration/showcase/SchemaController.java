package museum.atrium.registration.showcase;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The programme for who asks for linked data by name; everyone else gets the API's own JSON at the same address. */
@RestController
class SchemaController {

    private static final String LINKED_DATA = "application/ld+json";

    private final Published published;
    private final EventData events;
    private final ShownSeries shown;
    private final SeriesData series;

    SchemaController(Published published, EventData events, ShownSeries shown, SeriesData series) {
        this.published = published;
        this.events = events;
        this.shown = shown;
        this.series = series;
    }

    @GetMapping(path = "/api/activities/{slug}", produces = LINKED_DATA)
    ResponseEntity<Thing> activity(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return varying(events.whole(published.existing(slug), Reader.of(null, languages)));
    }

    @GetMapping(path = "/api/series/{slug}", produces = LINKED_DATA)
    ResponseEntity<Thing> series(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return varying(series.whole(shown.existing(slug), Reader.of(null, languages)));
    }

    private static ResponseEntity<Thing> varying(Thing thing) {
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT)
                .body(thing);
    }
}

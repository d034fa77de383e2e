package museum.atrium.registration.privacy;

import java.net.URI;
import java.util.UUID;
import museum.atrium.registration.checking.ListPage;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.export.ExportId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is held of a person in all services, for who has to tell them. */
@RestController
@RequestMapping("/api/organizer/exports")
class ExportsController {

    private static final int USUAL_PAGE = 50;
    private static final int MOST_PER_PAGE = 100;

    private final AskingExports asking;
    private final ShowingExports showing;

    ExportsController(AskingExports asking, ShowingExports showing) {
        this.asking = asking;
        this.showing = showing;
    }

    record Accepted(ExportId id) {}

    @PostMapping
    ResponseEntity<Accepted> ask(@RequestBody Whose whose) {
        ExportId export = whose.ask(asking::askOfPerson, asking::askOfRegistration);
        return ResponseEntity.accepted()
                .location(URI.create("/api/organizer/exports/" + export))
                .body(new Accepted(export));
    }

    @GetMapping
    ResponseEntity<ListPage<ExportReport>> list(@RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "limit", "cursor");
        return uncached(ListPage.of(
                        parameters.limit(USUAL_PAGE, MOST_PER_PAGE),
                        most -> showing.list(parameters.number("cursor"), most),
                        last -> Long.toString(last.number()))
                .showing(ShowingExports.Listed::report));
    }

    @GetMapping("/{id}")
    ResponseEntity<ExportReport> show(@PathVariable UUID id) {
        return uncached(showing.show(new ExportId(id)));
    }

    private static <T> ResponseEntity<T> uncached(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}

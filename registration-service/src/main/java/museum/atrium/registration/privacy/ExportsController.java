package museum.atrium.registration.privacy;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.export.ExportId;
import org.jspecify.annotations.Nullable;
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

    /** @param next the cursor of the page that follows; null: none does */
    record Page(List<ExportReport> items, @Nullable String next) {}

    @PostMapping
    ResponseEntity<Accepted> ask(@RequestBody Whose whose) {
        ExportId export = whose.ask(asking::askOfPerson, asking::askOfRegistration);
        return ResponseEntity.accepted()
                .location(URI.create("/api/organizer/exports/" + export))
                .body(new Accepted(export));
    }

    @GetMapping
    ResponseEntity<Page> list(@RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "limit", "cursor");
        int limit = parameters.limit(USUAL_PAGE, MOST_PER_PAGE);
        List<ShowingExports.Listed> found = showing.list(parameters.number("cursor"), limit + 1);
        boolean more = found.size() > limit;
        List<ShowingExports.Listed> shown = more ? found.subList(0, limit) : found;
        return uncached(new Page(
                shown.stream().map(ShowingExports.Listed::report).toList(),
                more ? Long.toString(shown.getLast().number()) : null));
    }

    @GetMapping("/{id}")
    ResponseEntity<ExportReport> show(@PathVariable UUID id) {
        return uncached(showing.show(new ExportId(id)));
    }

    private static <T> ResponseEntity<T> uncached(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}

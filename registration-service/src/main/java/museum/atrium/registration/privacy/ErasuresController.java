package museum.atrium.registration.privacy;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.ListPage;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.erasure.ErasureId;
import museum.atrium.registration.erasure.ErasureReport;
import museum.atrium.registration.erasure.ErasureReports;
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

/** Erasures and their reports. An address is asked for in a body, because the addresses of requests are logged. */
@RestController
@RequestMapping("/api/organizer/erasures")
class ErasuresController {

    private static final int USUAL_PAGE = 50;
    private static final int MOST_PER_PAGE = 100;

    private final ErasingPeople erasing;
    private final ErasureReports reports;

    ErasuresController(ErasingPeople erasing, ErasureReports reports) {
        this.erasing = erasing;
        this.reports = reports;
    }

    record Accepted(ErasureId id) {}

    record Search(@Nullable String email) {}

    record Found(List<ErasureReport> items) {}

    @PostMapping
    ResponseEntity<Accepted> erase(@RequestBody Whose whose) {
        ErasureId erasure = whose.ask(erasing::erasePerson, erasing::eraseRegistration);
        return ResponseEntity.accepted()
                .location(URI.create("/api/organizer/erasures/" + erasure))
                .body(new Accepted(erasure));
    }

    @GetMapping
    ResponseEntity<ListPage<ErasureReport>> list(@RequestParam MultiValueMap<String, String> sent) {
        QueryParameters parameters = QueryParameters.of(sent, "limit", "cursor");
        return uncached(ListPage.of(
                        parameters.limit(USUAL_PAGE, MOST_PER_PAGE),
                        most -> reports.list(parameters.number("cursor"), most),
                        last -> Long.toString(last.number()))
                .showing(ErasureReports.Numbered::report));
    }

    @GetMapping("/{id}")
    ResponseEntity<ErasureReport> show(@PathVariable UUID id) {
        return uncached(
                reports.find(new ErasureId(id)).orElseThrow(() -> Refusal.notFound("There is no erasure " + id + ".")));
    }

    @PostMapping("/search")
    ResponseEntity<Found> search(@RequestBody Search search) {
        return uncached(
                new Found(reports.ofAddress(Whose.address(search.email()).key(), MOST_PER_PAGE)));
    }

    private static <T> ResponseEntity<T> uncached(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}

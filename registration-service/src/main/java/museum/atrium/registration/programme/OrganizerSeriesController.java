package museum.atrium.registration.programme;

import java.net.URI;
import museum.atrium.http.account.Access;
import museum.atrium.registration.rights.Reach;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/organizer/series")
class OrganizerSeriesController {

    private final WritingSeries writing;
    private final SeriesList series;

    OrganizerSeriesController(WritingSeries writing, SeriesList series) {
        this.writing = writing;
        this.series = series;
    }

    @PostMapping
    ResponseEntity<OrganizerSeries> create(@RequestBody SeriesDraft draft) {
        Activity created = writing.create(draft);
        return ResponseEntity.created(URI.create("/api/organizer/series/" + created.slug()))
                .body(OrganizerSeries.of(created));
    }

    @GetMapping
    OrganizerSeries.Answer list() {
        return new OrganizerSeries.Answer(series.within(Reach.ofCaller(Access.READ)).stream()
                .map(OrganizerSeries::of)
                .toList());
    }

    @GetMapping("/{slug}")
    OrganizerSeries show(@PathVariable String slug) {
        return OrganizerSeries.of(writing.existing(slug));
    }

    @PatchMapping("/{slug}")
    OrganizerSeries edit(@PathVariable String slug, @RequestBody JsonNode patch) {
        return OrganizerSeries.of(writing.edit(slug, patch));
    }
}

package museum.atrium.registration.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.registration.checking.ReaderLanguages;
import museum.atrium.registration.recordings.PublishedRecording;
import museum.atrium.registration.recordings.PublishedRecordings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/series")
class SeriesController {

    private final SeriesList series;
    private final SeriesProgramme programme;
    private final PublishedRecordings recordings;
    private final PublicView view;
    private final Clock clock;

    SeriesController(
            SeriesList series,
            SeriesProgramme programme,
            PublishedRecordings recordings,
            PublicView view,
            Clock clock) {
        this.series = series;
        this.programme = programme;
        this.recordings = recordings;
        this.view = view;
        this.clock = clock;
    }

    record Answer(List<PublicSeries.Item> items) {}

    @GetMapping
    ResponseEntity<Answer> list(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        List<LanguageRange> wanted = ReaderLanguages.of(languages);
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(new Answer(
                        series.all().stream().map(one -> item(one, wanted)).toList()));
    }

    @GetMapping("/{slug}")
    ResponseEntity<PublicSeries> show(
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        Activity found = series.existing(slug);
        List<LanguageRange> wanted = ReaderLanguages.of(languages);
        Instant now = clock.instant();
        List<Activity> upcoming = programme.upcoming(found.id(), now);
        List<Activity> past = programme.past(found.id(), now);
        Map<UUID, List<PublishedRecording>> recorded = recordings.of(Stream.concat(upcoming.stream(), past.stream())
                .map(activity -> activity.id().value())
                .toList());
        return ResponseEntity.ok()
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT)
                .body(new PublicSeries(
                        item(found, wanted), items(upcoming, recorded, wanted), items(past, recorded, wanted)));
    }

    private List<PublicActivity.Item> items(
            List<Activity> activities, Map<UUID, List<PublishedRecording>> recorded, List<LanguageRange> wanted) {
        return activities.stream()
                .map(activity ->
                        view.item(activity, recorded.getOrDefault(activity.id().value(), List.of()), wanted))
                .toList();
    }

    private static PublicSeries.Item item(Activity series, List<LanguageRange> wanted) {
        return new PublicSeries.Item(
                series.slug(),
                series.language(),
                series.title().in(wanted, series.language()),
                series.summary().in(wanted, series.language()),
                PublicActivity.PublicNetwork.of(series.network()));
    }
}

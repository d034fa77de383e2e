package museum.atrium.registration.statistics;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.checking.QueryParameters;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.SeriesList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/organizer")
class StatisticsController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Activities activities;
    private final SeriesList series;
    private final Counting counting;

    StatisticsController(Activities activities, SeriesList series, Counting counting) {
        this.activities = activities;
        this.series = series;
        this.counting = counting;
    }

    @GetMapping(path = "/activities/{slug}/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
    ActivityStatistics ofActivity(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        return counting.count(activities.existing(slug), zone(sent));
    }

    /** The days alone, for spreadsheets. */
    @GetMapping(path = "/activities/{slug}/statistics", produces = "text/csv")
    ResponseEntity<byte[]> daysOfActivity(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        ActivityStatistics statistics = ofActivity(slug, sent);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(statistics.activity() + "-days.csv")
                                .build()
                                .toString())
                .body(new DaysTable(statistics.days()).csv().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/series/{slug}/statistics")
    SeriesStatistics ofSeries(@PathVariable String slug, @RequestParam MultiValueMap<String, String> sent) {
        return counting.countSubscriptions(series.existing(slug), zone(sent));
    }

    private static @Nullable ZoneId zone(MultiValueMap<String, String> sent) {
        QueryParameters.of(sent, "timeZone");
        String timeZone = sent.getFirst("timeZone");
        if (timeZone == null) {
            return null;
        }
        Findings findings = new Findings();
        ZoneId zone = findings.zone("timeZone", timeZone);
        findings.refuseIfAny();
        return zone;
    }
}

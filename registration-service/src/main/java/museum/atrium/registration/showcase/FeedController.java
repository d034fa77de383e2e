package museum.atrium.registration.showcase;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SeriesList;
import museum.atrium.registration.showcase.Published.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is new in the programme, for readers of feeds. */
@RestController
class FeedController {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final int MOST = 50;

    private final Published published;
    private final SeriesList series;
    private final AtomFeed feed;

    FeedController(Published published, SeriesList series, AtomFeed feed) {
        this.published = published;
        this.series = series;
        this.feed = feed;
    }

    /** @param language BCP 47; of the activities, whose entries are in their own languages */
    @GetMapping("/programme/feed.atom")
    ResponseEntity<byte[]> feed(
            @RequestParam(name = "series", required = false) @Nullable String slug,
            @RequestParam(required = false) @Nullable String language) {
        String checked = Slugs.checked("series", slug);
        if (language != null && !Reader.isLanguage(language)) {
            throw Refusal.badRequest("The parameter 'language' must be a language like 'en' or 'pt-BR'.");
        }
        Activity within = checked == null ? null : series.existing(checked);
        List<Activity> newest = published.newest(checked, language, MOST);
        Map<ActivityId, Dates> dates = published.dates(newest);
        Instant changed = dates.values().stream()
                .map(Dates::changedAt)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> published.emptySince(within));
        byte[] written = feed.of(new AtomFeed.Entries(within, language, newest, dates, changed));
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .eTag(DigestUtils.md5DigestAsHex(written))
                .lastModified(changed)
                .body(written);
    }
}

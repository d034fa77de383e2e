package museum.atrium.recording.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import museum.atrium.http.Refusal;
import museum.atrium.recording.PublicUrl;
import museum.atrium.recording.audience.KnownSeries;
import museum.atrium.recording.audience.KnownSeriesStore;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Readers ask again and again: they get an entity tag, and nothing as long as nothing has changed. */
@RestController
class FeedController {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final KnownSeriesStore series;
    private final FeedEntries entries;
    private final PublicUrl publicUrl;
    private final Clock clock;

    FeedController(KnownSeriesStore series, FeedEntries entries, PublicUrl publicUrl, Clock clock) {
        this.series = series;
        this.entries = entries;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @GetMapping("/feeds/series/{slug}/{feed}")
    ResponseEntity<byte[]> feed(@PathVariable String slug, @PathVariable String feed) {
        FeedKind kind = FeedKind.of(feed)
                .orElseThrow(() ->
                        Refusal.notFound("The feeds of a series are called recordings.atom, video.rss and audio.rss."));
        KnownSeries found = series.find(slug).orElseThrow(() -> Refusal.notFound("No series is called so."));
        byte[] written = new SeriesFeed(
                        found,
                        entries.of(found, clock.instant()),
                        publicUrl.of("/feeds/series/%s/%s".formatted(found.slug(), kind.fileName())),
                        publicUrl.of("/programme/series/" + found.slug()),
                        series.since(found.id()))
                .write(kind)
                .getBytes(UTF_8);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(kind.mediaType()), UTF_8))
                .cacheControl(KEPT)
                .eTag(DigestUtils.md5DigestAsHex(written))
                .body(written);
    }
}

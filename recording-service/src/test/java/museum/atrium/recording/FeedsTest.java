package museum.atrium.recording;

import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.modules.itunes.EntryInformation;
import com.rometools.modules.itunes.ITunes;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What readers of feeds and podcasts get of a series. */
@WholeService
class FeedsTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    private final UUID series = UUID.randomUUID();
    private final String slug = "series-" + series;
    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));
    private UUID first = new UUID(0, 0);

    @BeforeEach
    void somethingOfASeriesIsPublished() {
        programme = neighbours.publishActivity(series, slug);
        first = organiser.published(programme, null, "PUBLIC");
    }

    @Test
    void whatIsForEverybodyIsFollowedWithIdsThatStay() throws Exception {
        organiser.published(programme, programme.first(), "REGISTRANTS");
        UUID elsewhere = UUID.fromString(organiser
                .enter("""
                        {"activity": "%s", "title": "A talk <elsewhere>", "language": "fr", "access": "PUBLIC",
                         "url": "https://video.example.org/watch?v=2"}
                        """.formatted(programme.slug()))
                .body()
                .get("id")
                .asString());
        organiser.publish(elsewhere);

        SyndFeed feed = feed("recordings.atom");

        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getUri()).isEqualTo("urn:uuid:" + series);
        assertThat(feed.getTitle()).isEqualTo("Museums at work");
        assertThat(feed.getLinks().stream().map(link -> link.getRel())).contains("self", "alternate");
        assertThat(feed.getEntries().stream().map(SyndEntry::getUri))
                .containsExactly("urn:uuid:" + elsewhere, "urn:uuid:" + first);
        SyndEntry linked = feed.getEntries().getFirst();
        assertThat(linked.getTitle()).isEqualTo("A talk <elsewhere>");
        assertThat(linked.getEnclosures()).isEmpty();
        assertThat(linked.getLink()).endsWith("/watch/" + programme.slug() + "/" + elsewhere);
        SyndEntry own = feed.getEntries().getLast();
        assertThat(own.getAuthor()).isEqualTo("Example Network");
        assertThat(own.getPublishedDate()).isNotNull();
        assertThat(organiser
                        .get(Organiser.path(own.getEnclosures().getFirst().getUrl()))
                        .body())
                .isEqualTo(CLIP);
    }

    @Test
    void aPodcastHasWhatDirectoriesAskFor() throws Exception {
        SyndFeed podcast = feed("video.rss");

        assertThat(podcast.getFeedType()).isEqualTo("rss_2.0");
        assertThat(podcast.getLink()).endsWith("/programme/series/" + slug);
        assertThat(podcast.getDescription()).isNotEmpty();
        assertThat(podcast.getModule(ITunes.URI)).isNotNull();
        SyndEntry episode = podcast.getEntries().getFirst();
        assertThat(episode.getUri()).isEqualTo("urn:uuid:" + first);
        assertThat(episode.getEnclosures().getFirst().getLength()).isEqualTo(CLIP.length);
        assertThat(episode.getEnclosures().getFirst().getType()).isEqualTo("video/mp4");
        assertThat(((EntryInformation) episode.getModule(ITunes.URI)).getTitle())
                .isEqualTo("What we recorded");
        assertThat(podcast.getLanguage()).isEqualTo("en");
        assertThat(podcast.getPublishedDate()).isEqualTo(episode.getPublishedDate());
        assertThat(organiser.text(address("video.rss")))
                .contains("isPermaLink=\"false\"", "<itunes:explicit>")
                .contains("<language>en</language>", "<itunes:category text=\"Education\" />")
                .contains(
                        "<itunes:author>Example Network</itunes:author>", "<itunes:name>Example Network</itunes:name>")
                .containsPattern("(?s)<pubDate>\\w{3}, \\d{2} \\w{3} \\d{4} [\\d:]{8} GMT</pubDate>.*<item>.*<pubDate>")
                .doesNotContain("itunes:email", "itunes:keywords", "managingEditor");
        assertThat(feed("audio.rss").getPublishedDate()).isNotNull();
        assertThat(feed("audio.rss").getEntries()).as("nothing was processed").isEmpty();
        String enclosure = Organiser.path(episode.getEnclosures().getFirst().getUrl());
        assertThat(organiser.get(enclosure, "Range", "bytes=10-19").body()).hasSize(10);
    }

    @Test
    void whatIsTakenBackOrClosedIsNamedNoMore() throws Exception {
        UUID second = organiser.published(programme, programme.first(), "PUBLIC");
        assertThat(feed("recordings.atom").getEntries()).hasSize(2);
        String address = Organiser.path(feed("video.rss")
                .getEntries()
                .getFirst()
                .getEnclosures()
                .getFirst()
                .getUrl());
        assertThat(address).contains(second.toString());

        organiser.json("PATCH", "/api/recordings/" + second, "{\"access\": \"REGISTRANTS\"}");

        assertThat(feed("recordings.atom").getEntries()).hasSize(1);
        assertThat(organiser.get(address).statusCode()).isEqualTo(404);
        organiser.retract(first);
        assertThat(feed("recordings.atom").getEntries()).isEmpty();
        assertThat(feed("video.rss").getEntries()).isEmpty();
        assertThat(organiser
                        .get("/feeds/recordings/" + first + "/recording.mp4")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void readersThatAskAgainGetNothingUntilSomethingChanges() throws Exception {
        String tag = organiser
                .get(address("recordings.atom"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(organiser
                        .get(address("recordings.atom"), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);

        neighbours.publishSeries(series, slug);

        eventually(() -> assertThat(organiser
                        .get(address("recordings.atom"), "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200));
        assertThat(feed("recordings.atom").getTitle()).isEqualTo("Caring for collections");
        assertThat(organiser.get("/feeds/series/" + slug + "/other.rss").statusCode())
                .isEqualTo(404);
        assertThat(organiser.get("/feeds/series/nothing/recordings.atom").statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(organiser, programme.slug(), null).page())
                .contains("href=\"" + address("recordings.atom") + "\"");
    }

    private String address(String feed) {
        return "/feeds/series/" + slug + "/" + feed;
    }

    private SyndFeed feed(String name) throws IOException, FeedException {
        HttpResponse<byte[]> answer = organiser.get(address(name));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(answer.body())));
    }
}

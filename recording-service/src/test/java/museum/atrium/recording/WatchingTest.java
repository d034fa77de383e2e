package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.pages.Look;
import museum.atrium.recording.Neighbours.Participant;
import museum.atrium.recording.Neighbours.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeService
class WatchingTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private MovableClock clock;

    @Autowired
    private RecordingSettings settings;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));
    private String media = "";

    @BeforeEach
    void aRecordingIsPublished() {
        programme = neighbours.publishActivity();
        organiser.published(programme, null, "PUBLIC");
        media = anyone().media().getFirst();
    }

    @Test
    void thePagePlaysTheVeryBytesThatWereUploaded() {
        HttpResponse<byte[]> whole = organiser.get(media);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(CLIP);
        assertThat(header(whole, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "Content-Disposition")).isEqualTo("inline");
        assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(whole, "Cache-Control")).contains("private");
    }

    @Test
    void aPlayerGetsThePartsThatItAsksFor() {
        assertPart("bytes=0-99", 0, 100);
        assertPart("bytes=100-", 100, CLIP.length);
        assertPart("bytes=-50", CLIP.length - 50, CLIP.length);
        assertPart("bytes=1000-99999999", 1000, CLIP.length);
    }

    @Test
    void aPartBeyondTheEndIsRefusedWithTheSize() {
        HttpResponse<byte[]> beyond = organiser.get(media, "Range", "bytes=" + CLIP.length + "-");

        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + CLIP.length);
        assertThat(beyond.body()).isEmpty();
    }

    @Test
    void rangesThatCannotBeReadAreAnsweredWithTheWhole() {
        for (String range : new String[] {"bytes=abc", "pages=1-2", "bytes=5-1", "bytes=0-1,5-6"}) {
            assertThat(organiser.get(media, "Range", range).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPartOfAnotherVersionIsNeverMixedIn() {
        String tag = header(organiser.get(media), "ETag");

        HttpResponse<byte[]> same = organiser.get(media, "Range", "bytes=0-9", "If-Range", tag);
        HttpResponse<byte[]> other = organiser.get(media, "Range", "bytes=0-9", "If-Range", "\"another\"");

        assertThat(same.statusCode()).isEqualTo(206);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(CLIP);
        assertThat(organiser.get(media, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void thePropertiesCanBeAskedForWithoutTheBytes() {
        HttpResponse<byte[]> head = organiser.send(organiser.request(media).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(CLIP.length));
    }

    @Test
    void anAddressOfMediaStopsOpeningAndANewPageHasANewOne() {
        clock.move(settings.mediaAddressValidFor().plus(Duration.ofMinutes(1)));

        assertThat(organiser.get(media).statusCode()).isEqualTo(403);
        assertThat(organiser.get(anyone().media().getFirst()).statusCode()).isEqualTo(200);
    }

    @Test
    void eachOfSeveralHasAPageOfItsOwnAndALinkBack() {
        UUID second = organiser.published(programme, programme.first(), "PUBLIC");
        String all = anyone().page();

        String own = organiser.text("/watch/" + programme.slug() + "/" + second);

        assertThat(all)
                .contains("/watch/" + programme.slug() + "/" + second + "\"", "preload=\"none\"")
                .doesNotContain("ld+json");
        assertThat(own)
                .containsOnlyOnce("<video")
                .contains("/media/" + second, "href=\"/watch/" + programme.slug() + "\"")
                .contains("preload=\"metadata\"");
        assertThat(organiser
                        .get("/watch/" + programme.slug() + "/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(404);
        assertThat(organiser.get("/watch/" + programme.slug() + "/nonsense").statusCode())
                .isEqualTo(404);
        assertThat(organiser
                        .get("/watch/" + neighbours.publishActivity().slug() + "/" + second)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void thePageOfOneIsCalledAsItIsAndLeadsToItsActivityByTheSameLink() {
        UUID recording = UUID.fromString(media.split("/")[2]);
        String token = neighbours.token(neighbours.tell(Neighbours.participant(programme)));

        String own = organiser.text("/watch/" + programme.slug() + "/" + recording + "?t=" + token);

        assertThat(own)
                .contains("<title>What we recorded</title>")
                .containsOnlyOnce("<h1 id=\"recording-1\" lang=\"en\">What we recorded</h1>")
                .contains("<meta property=\"og:title\" content=\"What we recorded\">")
                .contains("<meta name=\"description\" content=\"Caring for collections\">")
                .contains("<a href=\"/watch/" + programme.slug() + "?t=" + token + "\">Caring for collections</a>")
                .doesNotContain("<h2", "og:image");
        assertThat(anyone().page())
                .contains("<title>Caring for collections</title>", "<h1>Caring for collections</h1>")
                .doesNotContain("og:");
    }

    @Test
    void thePageSaysWhenItWasAndLeadsToTheProgramme() {
        Instant start = Instant.parse("2026-03-01T14:00:00Z");
        Programme held = neighbours.publishActivityAt(start, start.plus(Duration.ofHours(1)));
        organiser.published(held, held.second(), "PUBLIC");
        Visitor visitor = new Visitor(organiser, held.slug(), null);

        assertThat(visitor.page("Accept-Language", "de"))
                .contains("Aufgezeichnet am Montag, 2. März 2026, 14:00 (Koordinierte Weltzeit, UTC)")
                .contains("<a href=\"/programme/" + held.slug() + "\">Zu dieser Veranstaltung</a>");
        assertThat(anyone().page("Accept-Language", "fr"))
                .as("its session is still to come")
                .contains("Publié le ", " UTC")
                .doesNotContain("Enregistré le");
        assertThat(anyone().page()).as("nobody knows").doesNotContain("Length:");
        Programme closed = neighbours.publishActivity();
        organiser.published(closed, null, "REGISTRANTS");
        assertThat(new Visitor(organiser, closed.slug(), null).page())
                .contains("registered or took part", "href=\"/programme/" + closed.slug() + "\"");
    }

    @Test
    void aPersonalLinkThatCountsNoMoreSaysSoAboveWhatEverybodyMayWatch() {
        String refusal = "Your personal link does not open the recordings of this activity.";
        String more = "There is more for those who registered";
        organiser.published(programme, null, "REGISTRANTS");
        Participant participant = neighbours.tell(Neighbours.participant(programme));
        Visitor visitor = new Visitor(organiser, programme.slug(), neighbours.token(participant));
        eventually(() -> assertThat(visitor.media()).hasSize(2));
        assertThat(visitor.page()).contains("yours alone").doesNotContain(refusal);

        neighbours.tell(participant.cancelled());

        eventually(() -> assertThat(visitor.page())
                .contains(refusal, "The registration may have been cancelled", "write to the organisers")
                .doesNotContain(more, "yours alone"));
        assertThat(visitor.media()).hasSize(1);
        assertThat(visitor.open().statusCode()).isEqualTo(200);
        assertThat(visitor.page("Accept-Language", "pt")).contains("A sua ligação pessoal não abre");
        assertThat(new Visitor(organiser, programme.slug(), "nonsense").page())
                .contains(refusal)
                .doesNotContain(more);
        assertThat(anyone().page()).contains(more).doesNotContain(refusal);
    }

    @Test
    void searchEnginesLearnWhatEverybodyMayWatchWithItsChapters() {
        UUID recording = UUID.fromString(media.split("/")[2]);
        organiser.json("PUT", "/api/recordings/" + recording + "/chapters", """
                {"items": [{"title": "Welcome </script>"}, {"start": 61, "title": "Storage"}]}
                """);

        JsonNode data = data(anyone().page());

        assertThat(data.get("@type").asString()).isEqualTo("VideoObject");
        assertThat(data.get("name").asString()).isEqualTo("What we recorded");
        assertThat(data.get("url").asString()).endsWith("/watch/" + programme.slug() + "/" + recording);
        assertThat(organiser
                        .get(Organiser.path(data.get("contentUrl").asString()))
                        .body())
                .isEqualTo(CLIP);
        assertThat(data.at("/hasPart/0/name").asString()).isEqualTo("Welcome </script>");
        assertThat(data.at("/hasPart/0/endOffset").asInt()).isEqualTo(61);
        assertThat(data.at("/hasPart/1/url").asString()).endsWith("?at=61");
        assertThat(organiser.text("/watch/" + programme.slug() + "?at=61")).contains("#t=61\"", "data-at=\"61\"");
        assertThat(organiser.text("/watch/" + programme.slug() + "?at=%22%3E")).doesNotContain("data-at");

        Programme closed = neighbours.publishActivity();
        organiser.published(closed, null, "REGISTRANTS");
        String token = neighbours.token(neighbours.tell(Neighbours.participant(closed)));
        eventually(() -> assertThat(new Visitor(organiser, closed.slug(), token).page())
                .contains("<video")
                .doesNotContain("ld+json"));
    }

    @Test
    void viewsAreCountedByDayAndByNobodyElseThanThePage() {
        UUID recording = UUID.fromString(media.split("/")[2]);
        String here = address(anyone().page(), "data-views");
        assertThat(post(here)).isEqualTo(204);
        clock.move(Duration.ofDays(1));
        String there = address(anyone().page(), "data-views");

        assertThat(post(there)).isEqualTo(204);
        assertThat(post(there)).isEqualTo(204);

        assertThat(post(here)).as("of a page that was open for a day").isEqualTo(403);
        assertThat(post(there.replaceAll("\\?.*", ""))).isEqualTo(404);
        JsonNode views = organiser
                .json("GET", "/api/recordings/" + recording + "/views", null)
                .body();
        assertThat(views.get("total").asInt()).isEqualTo(3);
        assertThat(views.get("days").valueStream().map(day -> day.get("views").asInt()))
                .containsExactly(1, 2);
        assertThat(organiser.look(recording).get("views").asInt()).isEqualTo(3);
        String preview = organiser
                .json("POST", "/api/recordings/" + recording + "/preview", null)
                .body()
                .get("url")
                .asString();
        assertThat(organiser.text(Organiser.path(preview))).doesNotContain("data-views");
    }

    @Test
    void thePlayersScriptIsKeptForGoodUnderAnAddressThatChangesWithIt() {
        String address = address(anyone().page(), "data-player");

        HttpResponse<byte[]> script = organiser.get(address);

        assertThat(header(script, "Content-Type")).startsWith("text/javascript");
        assertThat(header(script, "Cache-Control")).contains("immutable");
        assertThat(new String(script.body(), UTF_8)).contains("Hls");
        assertThat(header(organiser.get(address, "Accept-Encoding", "gzip"), "Content-Encoding"))
                .isEqualTo("gzip");
    }

    private int post(String address) {
        return organiser
                .send(organiser.request(address).POST(BodyPublishers.noBody()))
                .statusCode();
    }

    private static String address(String page, String attribute) {
        Matcher named = Pattern.compile(attribute + "=\"([^\"]+)\"").matcher(page);
        assertThat(named.find()).as(attribute).isTrue();
        return named.group(1).replace("&amp;", "&");
    }

    private static JsonNode data(String page) {
        Matcher block = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find()).isTrue();
        return JsonMapper.shared().readTree(block.group(1));
    }

    @Test
    void thePageSpeaksTheReadersLanguageAndKeepsTheRecordingsOwn() {
        assertThat(anyone().page("Accept-Language", "fr-CA"))
                .contains("lang=\"fr\"", "Enregistrement", "Prendre soin des collections", "Langue\u00a0: anglais");
        assertThat(anyone().page("Accept-Language", "it,es;q=0.5")).contains("lang=\"es\"", "Grabación");
        assertThat(anyone().page("Accept-Language", "de-AT"))
                .contains("lang=\"de\"", "Aufzeichnung", "Sprache: Englisch");
        assertThat(anyone().page("Accept-Language", "pt-BR")).contains("lang=\"pt\"", "Gravação");
        assertThat(anyone().page("Accept-Language", "sl")).contains("lang=\"sl\"", "Posnetek");
        assertThat(anyone().page("Accept-Language", "tr")).contains("lang=\"en\"", "Caring for collections");
        assertThat(anyone().page()).contains("<h2 id=\"recording-1\" lang=\"en\">What we recorded</h2>");
    }

    @Test
    void thePageRunsItsOwnScriptAloneAndLoadsFromItsOwnOriginOnly() {
        HttpResponse<byte[]> page = anyone().open();

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "media-src 'self'", "script-src 'sha256-")
                .doesNotContain("script-src 'self'", "unsafe");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        String shown = anyone().page();
        assertThat(shown).doesNotContain("http://", " style=", "<script>");
        List<String> scripts = Pattern.compile("<script type=\"module\"[^>]*>(.*?)</script>", Pattern.DOTALL)
                .matcher(shown)
                .results()
                .map(script -> script.group(1))
                .toList();
        assertThat(scripts)
                .as("what finds out the reader's time zone, and what plays")
                .hasSize(2)
                .allSatisfy(script ->
                        assertThat(header(page, "Content-Security-Policy")).contains("'" + Look.hash(script) + "'"));
        assertThat(shown.replace("<script type=\"application/ld+json\"", "").split("<script"))
                .as("data is no script")
                .hasSize(scripts.size() + 1);
    }

    @Test
    void aTitleIsTextAndNothingElse() {
        UUID recording = UUID.fromString(organiser
                .enter("""
                        {"activity": "%s", "title": "<script>alert(1)</script> \\"quoted\\"", "access": "PUBLIC",
                         "url": "https://video.example.org/watch?v=1&x=\\u0022"}
                        """.formatted(programme.slug()).replace("\\u0022", "2"))
                .body()
                .get("id")
                .asString());
        organiser.publish(recording);

        assertThat(anyone().page()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void aRecordingThatLiesElsewhereIsALinkBehindTheSamePage() {
        Programme other = neighbours.publishActivity();
        organiser.enter(other, "PUBLIC"); // known now
        var entered = organiser.enter("""
                {"activity": "%s", "title": "Shown elsewhere", "access": "PUBLIC", "url": "https://video.example.org/w/7"}
                """.formatted(other.id()));
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.body().get("state").asString()).isEqualTo("READY");
        assertThat(entered.body().get("uploadUrl").isNull()).isTrue();
        UUID recording = UUID.fromString(entered.body().get("id").asString());
        assertThat(organiser.create(recording, "Upload-Length", "5").statusCode())
                .isEqualTo(409);

        organiser.publish(recording);
        assertThat(new Visitor(organiser, other.slug(), null).page())
                .contains("href=\"https://video.example.org/w/7\"", "Shown elsewhere");

        organiser.retract(recording);
        assertThat(new Visitor(organiser, other.slug(), null).page()).doesNotContain("video.example.org");
    }

    @Test
    void whatIsNotPublishedHasNoPage() {
        Programme quiet = neighbours.publishActivity();
        organiser.enter(quiet, "PUBLIC");

        assertThat(new Visitor(organiser, quiet.slug(), null).open().statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(organiser, "no-such-activity", null).open().statusCode())
                .isEqualTo(404);
    }

    private void assertPart(String range, int from, int to) {
        HttpResponse<byte[]> part = organiser.get(media, "Range", range);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, CLIP.length));
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(CLIP, from, to));
    }

    private Visitor anyone() {
        return new Visitor(organiser, programme.slug(), null);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}

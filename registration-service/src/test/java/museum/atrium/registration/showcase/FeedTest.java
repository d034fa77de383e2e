package museum.atrium.registration.showcase;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers of feeds get of the programme. */
@RegistrationTest
class FeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient database;

    @Test
    void whatWasPublishedLastComesFirstEachInItsOwnLanguage() throws Exception {
        series("feed-order");
        JsonNode first = api.publish(api.webinar("feed-first", draft -> draft.put("series", "feed-order")));
        clock.letPass(Duration.ofMinutes(2));
        api.publish(api.webinar(
                "feed-second", draft -> draft.put("series", "feed-order").put("language", "fr")));

        Api.Answer answer = expect(200, api.get("/programme/feed.atom?series=feed-order"));

        assertThat(answer.headers().getFirst(HttpHeaders.CONTENT_TYPE)).isEqualTo("application/atom+xml;charset=UTF-8");
        Element feed = parsed(answer);
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(text(feed, "title")).isEqualTo("Feed <order> & more");
        assertThat(text(feed, "id")).isEqualTo("https://programme.example.org/programme/feed.atom?series=feed-order");
        List<Element> entries = entries(feed);
        assertThat(entries.stream().map(entry -> text(entry, "title")))
                .containsExactly("Prendre soin des collections", "Caring for collections");
        assertThat(entries.getFirst().getAttribute("xml:lang")).isEqualTo("fr");
        assertThat(links(entries.getFirst()))
                .containsExactly(
                        "fr https://programme.example.org/programme/feed-second?lang=fr",
                        "en https://programme.example.org/programme/feed-second?lang=en");
        assertThat(text(entries.getLast(), "id"))
                .isEqualTo("urn:uuid:" + first.at("/id").stringValue());
        assertThat(entries(parsed(api.get("/programme/feed.atom?series=feed-order&language=fr"))))
                .hasSize(1);
    }

    @Test
    void updatedIsWhenItLastChangedAndNotWhenSomebodySignedUp() throws Exception {
        series("feed-updated");
        api.publish(api.webinar("feed-changing", draft -> draft.put("series", "feed-updated")));
        String path = "/programme/feed.atom?series=feed-updated";
        Api.Answer before = expect(200, api.get(path));
        String tag = Objects.requireNonNull(before.headers().getETag());
        String since = Objects.requireNonNull(before.headers().getFirst(HttpHeaders.LAST_MODIFIED));
        Element entry = entries(parsed(before)).getFirst();
        assertThat(text(entry, "updated")).isEqualTo(text(entry, "published"));

        clock.letPass(Duration.ofMinutes(3));
        expect(202, api.signUp("feed-changing", "feed@example.org"));
        expect(304, api.get(path, HttpHeaders.IF_NONE_MATCH, tag));
        expect(304, api.get(path, HttpHeaders.IF_MODIFIED_SINCE, since));

        expect(200, api.organizer(HttpMethod.POST, "/activities/feed-changing/cancellation", Map.of()));
        Api.Answer after = expect(200, api.get(path, HttpHeaders.IF_NONE_MATCH, tag));
        expect(200, api.get(path, HttpHeaders.IF_MODIFIED_SINCE, since));
        Element cancelled = entries(parsed(after)).getFirst();
        assertThat(text(cancelled, "title")).isEqualTo("Cancelled: Caring for collections");
        assertThat(text(cancelled, "published")).isEqualTo(text(entry, "published"));
        assertThat(Instant.parse(text(cancelled, "updated")))
                .isAfterOrEqualTo(Instant.parse(text(entry, "updated")).plus(Duration.ofMinutes(3)));
        assertThat(text(parsed(after), "updated")).isEqualTo(text(cancelled, "updated"));
    }

    @Test
    void whateverATitleIsTheFeedIsWellFormed() throws Exception {
        series("feed-hostile");
        String title = "]]> <b>&amp;\uFFFE\uFFFF \"quoted\" \uD83D\uDE80";
        api.publish(api.webinar("feed-odd", draft -> draft.put("series", "feed-hostile")));
        // The API takes no such characters; the feed does not rely on it.
        database.sql("update activity set title = :title::jsonb where slug = 'feed-odd'")
                .param("title", JSON.writeValueAsString(Map.of("en", title)))
                .update();

        Element entry = entries(parsed(expect(200, api.get("/programme/feed.atom?series=feed-hostile"))))
                .getFirst();

        assertThat(text(entry, "title")).isEqualTo("]]> <b>&amp; \"quoted\" \uD83D\uDE80");
    }

    @Test
    void whatIsNoSeriesOrLanguageIsRefused() {
        expect(404, api.get("/programme/feed.atom?series=none"));
        expect(400, api.get("/programme/feed.atom?series=No%20Slug"));
        expect(400, api.get("/programme/feed.atom?language=%3F"));
    }

    @Test
    void whereThereIsNothingItSaysSinceWhen() throws Exception {
        Instant before = clock.instant().minusSeconds(1);
        series("feed-empty");

        Element ofSeries = parsed(expect(200, api.get("/programme/feed.atom?series=feed-empty")));
        Element ofAll = parsed(expect(200, api.get("/programme/feed.atom?language=tlh")));

        assertThat(entries(ofSeries)).isEmpty();
        assertThat(Instant.parse(text(ofSeries, "updated"))).isBetween(before, clock.instant());
        assertThat(entries(ofAll)).isEmpty();
        assertThat(Instant.parse(text(ofAll, "updated")))
                .as("when the database was made")
                .isBetween(Instant.now().minus(Duration.ofDays(1)), Instant.now());
        assertThat(text(parsed(api.get("/programme/feed.atom?language=tlh")), "updated"))
                .as("is the same for everyone")
                .isEqualTo(text(ofAll, "updated"));
    }

    private void series(String slug) {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/series",
                        Map.of("slug", slug, "title", Map.of("en", "Feed <order> & more"))));
    }

    private static Element parsed(Api.Answer answer) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> entries(Element feed) {
        return elements(feed, "entry");
    }

    private static List<String> links(Element entry) {
        return elements(entry, "link").stream()
                .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href"))
                .toList();
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).getFirst().getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagNameNS(ATOM, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .filter(element -> element.getParentNode() == parent)
                .toList();
    }
}

package museum.atrium.registration.pictures;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.http.destination.Destinations;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

/** Pages show pictures of other sites without asking these. */
@RegistrationTest
class PicturesTest {

    private static final Pattern SHOWN = Pattern.compile("<img src=\"(/pictures/[0-9a-f]{64})\" alt=\"A door\"");

    @Autowired
    Api api;

    private HttpServer elsewhere;
    private String site;

    @BeforeEach
    void anotherSite() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site = "http://localhost:" + elsewhere.getAddress().getPort();
        serve("/door.png", 200, KnownPictures.pixel());
        serve("/page.png", 200, "<!doctype html><svg></svg>".getBytes(StandardCharsets.UTF_8));
        serve(
                "/drawing",
                200,
                "<?xml version=\"1.0\"?><svg xmlns=\"x\"><script>1</script></svg>".getBytes(StandardCharsets.UTF_8));
        serve("/large.png", 200, new byte[PictureFetch.LARGEST + 1]);
        elsewhere.createContext("/moved.png", call -> {
            call.getResponseHeaders().set("Location", "/door.png");
            call.sendResponseHeaders(302, -1);
            call.close();
        });
        elsewhere.createContext("/round.png", call -> {
            call.getResponseHeaders().set("Location", "/round.png");
            call.sendResponseHeaders(302, -1);
            call.close();
        });
        elsewhere.start();
    }

    private void serve(String path, int status, byte[] content) {
        elsewhere.createContext(path, call -> {
            call.sendResponseHeaders(status, content.length);
            call.getResponseBody().write(content);
            call.close();
        });
    }

    @AfterEach
    void end() {
        elsewhere.stop(0);
    }

    @Test
    void aCoverIsShownFromHereOnceItWasFetched() {
        publish("picture-cover", "/moved.png");

        String path = eventuallyShown("picture-cover");
        Api.Download picture = api.openFile(path, "image/*");
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.bytes()).isEqualTo(KnownPictures.pixel());
        assertThat(String.valueOf(picture.headers().getContentType())).isEqualTo("image/png");
        assertThat(picture.headers().getCacheControl()).contains("immutable");
        assertThat(api.openFile("/pictures/icon.svg", "image/*").text()).startsWith("<svg");
        expect(404, api.get("/pictures/" + "0".repeat(64)));
    }

    @Test
    void aDrawingIsShownAndRunsNothingWhenItIsOpenedByItself() {
        publish("picture-drawing", "/drawing");

        Api.Download drawing = api.openFile(eventuallyShown("picture-drawing"), "image/*");
        assertThat(String.valueOf(drawing.headers().getContentType())).isEqualTo("image/svg+xml");
        assertThat(drawing.headers().getFirst("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
    }

    @Test
    void whatIsNoPictureOrCannotBeHadIsNotShown() {
        PictureFetch fetch = new PictureFetch(new Destinations(true, InetAddress::getAllByName));

        assertThat(List.of("/page.png", "/large.png", "/round.png", "/none.png"))
                .allSatisfy(path ->
                        assertThat(fetch.fetch(URI.create(site + path))).isInstanceOf(PictureFetch.Failed.class));
        assertThat(fetch.fetch(URI.create(site + "/door.png"))).isInstanceOf(PictureFetch.Fetched.class);
    }

    @Test
    void nobodyLeadsUsIntoPrivateNetworks() {
        PictureFetch careful = new PictureFetch(new Destinations(false, host ->
                new InetAddress[] {InetAddress.getByAddress(new byte[] {10, 0, 0, 1})}));

        assertThat(careful.fetch(URI.create("https://pictures.example.org/door.png")))
                .isEqualTo(new PictureFetch.Failed("its address leads into a private network, which is not allowed"));
        assertThat(careful.fetch(URI.create(site + "/door.png"))).isInstanceOf(PictureFetch.Failed.class);
    }

    @Test
    void whatNobodyNamesAnyMoreIsForgotten() {
        publish("picture-dropped", "/door.png?dropped");
        String path = eventuallyShown("picture-dropped");
        expect(200, api.organizer(HttpMethod.PATCH, "/activities/picture-dropped", "{\"cover\": null}"));

        assertThat(expect(200, api.get("/programme/picture-dropped")).body()).doesNotContain(path);
    }

    private void publish(String slug, String path) {
        api.publish(api.webinar(
                slug,
                draft -> draft.set(
                        "cover",
                        JsonMapper.shared().valueToTree(Map.of("url", site + path, "alt", Map.of("en", "A door"))))));
    }

    private String eventuallyShown(String slug) {
        String[] path = {""};
        eventually(() -> {
            Matcher shown =
                    SHOWN.matcher(expect(200, api.get("/programme/" + slug)).body());
            assertThat(shown.find()).isTrue();
            path[0] = shown.group(1);
        });
        return path[0];
    }
}

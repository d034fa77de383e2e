package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class HeadersTest {

    private static final String DOCUMENT = "/openapi/house.yaml";

    @LocalServerPort
    int port;

    Caller house = new Caller(0);

    @BeforeEach
    void findTheHouse() {
        house = new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/doors", "/nowhere", "/accidents/bug", "/api/organizer/doors", DOCUMENT})
    void everyAnswerIsGuarded(String path) {
        Answer answer = house.get(path);

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void behindTlsBrowsersAreToldToStayThere() {
        assertThat(house.get("/page", "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
                .contains("max-age=31536000");
        assertThat(house.get("/page").headers().map()).doesNotContainKey("strict-transport-security");
    }

    @Test
    void whatIsNotSaidToBeCacheableIsNotStored() {
        assertThat(house.get("/api/doors").header("Cache-Control")).contains("no-store");
        assertThat(house.get("/accidents/conflict").header("Cache-Control")).contains("no-store");
    }

    @Test
    void aPageMaySayOtherwise() {
        Answer page = house.get("/page");

        assertThat(page.headers().allValues("Content-Security-Policy")).containsExactly("default-src 'self'");
        assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");
    }

    @Test
    void theDocumentOfTheSurfaceIsServedAndRevalidated() {
        Answer first = house.get(DOCUMENT);
        Answer again = house.get(DOCUMENT, "If-None-Match", first.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Content-Type")).startsWith("application/yaml");
        assertThat(first.body()).startsWith("openapi: 3.0.3");
        assertThat(first.headers().map()).doesNotContainKey("content-disposition");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/doors", "/page", DOCUMENT})
    void headAnswersAsGetWithoutTheBody(String path) {
        Answer got = house.get(path);
        Answer head = house.call("HEAD", path, BodyPublishers.noBody());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Type")).isEqualTo(got.header("Content-Type"));
        assertThat(head.header("ETag")).isEqualTo(got.header("ETag"));
    }
}

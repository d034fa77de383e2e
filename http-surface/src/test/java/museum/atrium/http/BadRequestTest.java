package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class BadRequestTest {

    private static final String LONG = "x".repeat(70_000);

    @LocalServerPort
    int port;

    Caller house = new Caller(0);

    @BeforeEach
    void findTheHouse() {
        house = new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "garbage",
                "application/json;charset=none",
                "multipart/form-data; boundary=x"
            })
    void anotherContentTypeIsA415(String contentType) {
        house.post("/api/doors", contentType, "{\"name\": \"Front\"}").isProblem(415);
    }

    @Test
    void noContentTypeIsA415() {
        house.call("POST", "/api/doors", BodyPublishers.ofString("{\"name\": \"Front\"}"))
                .isProblem(415);
    }

    @Test
    void whoAsksForAnotherTypeIsToldAllThatThereAreAtTheAddress() {
        house.get("/api/windows", "Accept", "image/png")
                .isProblem(406)
                .saysDetail("application/json")
                .saysDetail("text/csv");
        assertThat(house.get("/api/doors", "Accept", "image/png").isProblem(406).body())
                .doesNotContain("text/csv");
        assertThat(bell("POST", "image/png").isProblem(406).body())
                .as("a file to read is no answer to a change")
                .contains("application/json")
                .doesNotContain("text/csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "garbage", "text/csv"})
    void anAnswerThatCannotBeGivenIsA406(String accept) {
        house.get("/api/doors", "Accept", accept).isProblem(406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "garbage",
                "text/csv",
                "application/json;q=x",
                "application/*+xml",
                "text/html, image/*"
            })
    void aChangeWhoseAnswerCannotBeGivenIsA406AndIsNotMade(String accept) {
        int before = house.get("/api/bells").json().path("rung").asInt();

        bell("POST", accept).isProblem(406);
        bell("PUT", accept).isProblem(406);

        assertThat(house.get("/api/bells").json().path("rung").asInt()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "*/*", "application/*", "text/html, */*;q=0.1", "application/problem+json"})
    void aChangeWhoseAnswerIsAcceptedIsMade(String accept) {
        assertThat(bell("POST", accept).status()).isEqualTo(200);
        assertThat(bell("PUT", accept).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "garbage", "application/json", "text/html"})
    void aChangeThatIsAnsweredWithNothingOrAPageIsMadeWhateverIsAccepted(String accept) {
        assertThat(bell("DELETE", accept).status()).isEqualTo(204);
        assertThat(bell("PATCH", accept).status()).isEqualTo(202);
        assertThat(house.call("POST", "/bells", BodyPublishers.noBody(), "Accept", accept)
                        .header("Content-Type"))
                .startsWith("text/html");
    }

    private Answer bell(String method, String accept) {
        return house.call(method, "/api/bells", BodyPublishers.noBody(), "Accept", accept);
    }

    @Test
    void whoAcceptsOnlyHtmlIsToldOfAProblemAllTheSame() {
        house.get("/accidents/conflict", "Accept", "text/html").isProblem(409);
    }

    @Test
    void anotherMethodIsA405ThatNamesTheRightOnes() {
        Answer answer =
                house.call("DELETE", "/api/doors", BodyPublishers.noBody()).isProblem(405);

        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api/doors/17", "/api/doors/", "/error", "/openapi/other.yaml", "/openapi"})
    void whatDoesNotExistIsA404(String path) {
        house.get(path).isProblem(404);
    }

    @Test
    void anIdThatIsNoUuidIsA404() {
        house.get("/api/doors/not-a-uuid").isProblem(404);
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "-1", "ten", "99999999999", "0x10", "%2310", "1%200", "%D9%A3", "1.0", "%2B1"})
    void aParameterOutOfRangeIsA400(String limit) {
        house.get("/api/doors?limit=" + limit).isProblem(400);
    }

    @Test
    void theParameterIsNamed() {
        house.get("/api/doors?limit=101").isProblem(400).names("limit", "must be less than or equal to 100");
        house.get("/api/doors?limit=ten").isProblem(400).saysDetail("'limit'");
    }

    @Test
    void anUnknownParameterIsFine() {
        assertThat(house.get("/api/doors?colour=blue").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/doors/%zz HTTP/1.1",
                "GET /api/doors/%2e%2e%2f HTTP/1.1",
                "GET /api/doors/a;b=c HTTP/1.1",
                "GET /api/doors/%00 HTTP/1.1",
                "GET /api//doors HTTP/1.1",
                "GET /api/doors/%C3%28 HTTP/1.1",
                "GET /api/doors/%5c HTTP/1.1",
                "GET /openapi/..%2fapplication.yaml HTTP/1.1",
                "GET /api/doors?limit=%zz HTTP/1.1",
                "GET /api/doors?limit=1&%zz=%zz HTTP/1.1",
                "GET /api/windows?%00=1 HTTP/1.1",
                "FETCH /api/doors HTTP/1.1",
                "TRACE /api/doors HTTP/1.1",
            })
    void aBrokenRequestLineIsAProblem(String line) throws IOException {
        String answer = house.raw(line);

        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|405).*");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
        assertThat(answer)
                .contains("urn:atrium:problem:")
                .doesNotContain("Exception", "\tat ", "Tomcat", "<html", "/error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n{}\r\n0\r\n\r\n",
                "2;\n{}\r\n0\r\n\r\n",
                "-1\r\n{}\r\n0\r\n\r\n",
                "fffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}zz0\r\n\r\n",
            })
    void aBodyWhoseChunksAreBrokenIsA400(String chunks) throws IOException {
        for (String path : new String[] {"/api/doors application/json", "/api/import text/csv"}) {
            String[] pathAndType = path.split(" ");

            String answer = house.rawChunks(pathAndType[0], pathAndType[1], chunks);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "urn:atrium:problem:");
        }
    }

    @Test
    void anOversizedBodyIsA413BeforeItIsRead() {
        house.postJson("/api/doors", LONG).isProblem(413).saysDetail("65536 bytes");
    }

    @Test
    void anOversizedBodyWithoutALengthIsA413() {
        house.postChunked("/api/doors", "application/json", "{\"name\": \"" + LONG + "\"}")
                .isProblem(413);
        house.postChunked("/api/import", "text/csv", LONG).isProblem(413);
        house.postChunked("/api/form", "application/x-www-form-urlencoded", "name=" + LONG)
                .isProblem(413);
    }

    @Test
    void aBodyOfExactlyTheLimitIsTaken() {
        assertThat(house.postChunked("/api/import", "text/csv", "x".repeat(64 * 1024))
                        .json()
                        .path("bytes")
                        .asInt())
                .isEqualTo(64 * 1024);
        house.postChunked("/api/import", "text/csv", "x".repeat(64 * 1024 + 1)).isProblem(413);
    }

    @Test
    void aPathMayTakeMore() {
        assertThat(house.postChunked("/api/large-import", "text/csv", LONG).status())
                .isEqualTo(200);
        house.postChunked("/api/large-import", "text/csv", LONG.repeat(16)).isProblem(413);
        assertThat(house.post("/api/endless-import", "text/csv", LONG.repeat(40))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aFormSaysHowLongItIs() {
        house.postChunked("/api/form", "application/x-www-form-urlencoded", "name=Ana")
                .isProblem(411);
        house.post("/api/form", "application/x-www-form-urlencoded", "name=" + LONG)
                .isProblem(413);
        String fields = "field=x&".repeat(5_000);
        assertThat(house.post("/api/form", "application/x-www-form-urlencoded", fields + "name=Ana")
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Ana");
    }

    @Test
    void oversizedHeadersAreRefused() throws IOException {
        assertThat(house.raw("GET /api/doors HTTP/1.1", "X-Long: " + LONG)).matches("(?s)HTTP/1.1 (400|431).*");
    }
}

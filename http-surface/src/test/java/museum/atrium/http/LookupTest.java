package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** However a path is written, it finds the handler that Spring would have found. */
@HouseTest
class LookupTest {

    @LocalServerPort
    int port;

    Caller house = new Caller(0);

    @BeforeEach
    void findTheHouse() {
        house = new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/doors/0", "/api/do%6Frs/0", "/%61pi/doors/0", "/api/doors/%30"})
    void aPathWithAVariablePartFindsItsHandler(String path) {
        Answer answer = house.get(path + "199b1c0-0000-7000-8000-0000000000b1");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("id").asString()).isEqualTo("0199b1c0-0000-7000-8000-0000000000b1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/door/7", "/api/doors/7/8", "/api/Doors/7", "/xapi/doors/7"})
    void anotherPathFindsNone(String path) {
        house.get(path).isProblem(404);
    }

    @Test
    void anotherMethodIsRefusedWithTheOnesThatThereAre() {
        assertThat(house.call("DELETE", "/api/doors/7", BodyPublishers.noBody())
                        .isProblem(405)
                        .header("Allow"))
                .contains("GET");
    }
}

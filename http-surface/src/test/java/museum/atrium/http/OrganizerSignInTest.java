package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class OrganizerSignInTest {

    private static final String DOORS = "/api/organizer/doors";

    @LocalServerPort
    int port;

    Caller house = new Caller(0);

    @BeforeEach
    void findTheHouse() {
        house = new Caller(port);
    }

    @Test
    void theOrganizerComesInWithoutACookie() {
        Answer answer = house.get(DOORS, "Authorization", Caller.basic("organizer", HouseTest.PASSWORD));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    }

    @ParameterizedTest
    @CsvSource({"organizer,open", "organizer,''", "organiser,open sésame", "'',open sésame", "organizer,OPEN SÉSAME"})
    void nobodyElseDoes(String user, String password) {
        Answer answer =
                house.get(DOORS, "Authorization", Caller.basic(user, password)).isProblem(401);

        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic b3JnYW5pemVy", "Bearer x", "Digest x"})
    void aBrokenHeaderIsA401(String authorization) {
        house.get(DOORS, "Authorization", authorization).isProblem(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/page", "/api/doors", "/openapi/house.yaml", "/actuator/prometheus", "/actuator/health/liveness"
            })
    void whatIsOpenIsOpenToAWrongPasswordToo(String path) {
        for (String authorization : List.of(Caller.basic("organizer", "wrong"), "Basic !", "Basic")) {
            assertThat(house.get(path, "Authorization", authorization).status()).isEqualTo(200);
        }
    }

    @Test
    void withoutASignInItIsA401() {
        house.get(DOORS).isProblem(401);
        house.get(DOORS + "/nothing-there").isProblem(401);
    }

    @Test
    void healthAndMetricsAreOpenAndTheRestOfTheActuatorIsNot() {
        assertThat(house.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
        assertThat(house.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(house.get("/actuator/health/readiness").status()).isEqualTo(200);
        house.get("/actuator/env").isProblem(401);
    }
}

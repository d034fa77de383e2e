package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
@ExtendWith(OutputCaptureExtension.class)
class RefusalTest {

    @LocalServerPort
    int port;

    Caller house = new Caller(0);

    @BeforeEach
    void findTheHouse() {
        house = new Caller(port);
    }

    @Test
    void aRefusalSaysWhy() {
        house.get("/accidents/conflict").isProblem(409).saysType("full").saysDetail("All places are taken.");
        house.get("/accidents/other").isProblem(404).saysDetail("no such accident");
        house.get("/accidents/invalid").isProblem(422).names("email", "must be an address");
    }

    @Test
    void aRefusalForNowSaysWhenToComeBack() {
        assertThat(house.get("/accidents/too-many").isProblem(429).header("Retry-After"))
                .isEqualTo("30");
        assertThat(house.get("/accidents/overloaded").isProblem(503).header("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void aRefusalMayCarryWhatAProgramNeedsToComeBack() {
        Answer answer = house.get("/accidents/too-often").isProblem(429).saysType("riddle");

        assertThat(answer.body()).contains("\"riddle\":{\"question\":\"what has keys and opens nothing\"}");
    }

    @Test
    void aMissingSignInIsChallenged() {
        assertThat(house.get("/accidents/unauthorized").isProblem(401).header("WWW-Authenticate"))
                .startsWith("Basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-connection", "connection-lost", "no-transaction"})
    void aDatabaseThatIsAwayIsA503(String accident) {
        Answer answer = house.get("/accidents/" + accident).isProblem(503);

        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).doesNotContain("db.internal");
    }

    @Test
    void aFailureIsLoggedWithoutTheAddressThatMayHoldAToken(CapturedOutput output) {
        house.get("/accidents/bug?token=c2VjcmV0").isProblem(500);

        assertThat(output).contains("A call of /accidents/{kind} failed").doesNotContain("/accidents/bug", "c2VjcmV0");
    }

    @Test
    void aBugIsA500ThatGivesNothingAway() {
        assertThat(house.get("/accidents/bug").isProblem(500).body()).doesNotContain("swordfish");
    }

    @Test
    void anAnswerThatFailsHalfWayIsNotTakenForAWholeOne() throws IOException {
        assertThatThrownBy(() -> house.get("/accidents/half-way")).isInstanceOf(UncheckedIOException.class);
        assertThat(house.raw("GET /accidents/half-way HTTP/1.1"))
                .startsWith("HTTP/1.1 200")
                .contains("the first half")
                .doesNotContain("\r\n0\r\n")
                .doesNotContain("urn:atrium:problem");
    }
}

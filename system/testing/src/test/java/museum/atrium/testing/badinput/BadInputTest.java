package museum.atrium.testing.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import museum.atrium.testing.badinput.House.Reply;
import museum.atrium.testing.badinput.House.Turn;
import org.junit.jupiter.api.Test;

/** A service with one fault each, and one without. */
class BadInputTest {

    private static final Operation SEARCH = Operation.all("notification").stream()
            .filter(operation -> operation.id().equals("searchDeliveries"))
            .findFirst()
            .orElseThrow();

    private static final Reply FAILED = new Reply(500, "application/problem+json", """
            {"type": "urn:atrium:problem:internal-server-error", "title": "Failed", "status": 500, "detail": "Something."}
            """);

    @Test
    void whoRefusesEverythingButTheExamplePasses() {
        send(turn -> turn);
    }

    @Test
    void oneFailureIsFoundAndCanBeRepeated() {
        assertThatThrownBy(() -> send(turn -> turn.body().equals("{'a':1}") ? turn.with(FAILED) : turn))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it fails with 500")
                .hasMessageContaining("seed 20270301")
                .hasMessageContaining("curl -i -X POST -H 'Authorization: …' -H 'Content-Type: application/json'")
                .hasMessageContaining("--data-binary '{'\\''a'\\'':1}'");
    }

    @Test
    void aRefusalThatChangedSomethingIsFound() {
        assertThatThrownBy(() -> send(Turn::changing))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it is refused and has changed something");
    }

    @Test
    void whatTheServiceDoesByItselfIsNotTakenForThat() {
        int[] turns = new int[1];

        send(turn -> turns[0]++ % 7 == 0 ? turn.changing() : turn);
    }

    @Test
    void anUnknownFieldThatIsTakenIsFound() {
        assertThatThrownBy(() -> send(turn -> turn.body().contains("noSuchField") ? turn.with(House.TAKEN) : turn))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the document forbids it, and it is taken with 200")
                .hasMessageStartingWith("1 answers");
    }

    @Test
    void anAnswerThatIsNotInTheDocumentIsFound() {
        Reply another = new Reply(200, "application/json", "{\"items\": []}");

        assertThatThrownBy(() -> send(turn -> turn.changes() ? turn.with(another) : turn))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("next");
    }

    @Test
    void anExampleThatIsRefusedIsNoStart() {
        assertThatThrownBy(() -> send(turn -> turn.with(House.REFUSED)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The example of searchDeliveries is refused with 422");
    }

    @Test
    void anOperationWithoutAnExampleIsNamed() {
        assertThat(SEARCH.hasNoExample()).hasMessageContaining("searchDeliveries (POST /api/deliveries/search)");
    }

    private static void send(UnaryOperator<Turn> manners) {
        try (House house = new House(manners)) {
            new BadInput("notification", house.port(), "secret", house::stored)
                    .send(SEARCH, Example.PLAIN.json(House.EXAMPLE));
        }
    }
}

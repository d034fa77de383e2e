package museum.atrium.testing.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import museum.atrium.testing.Contracts;
import museum.atrium.testing.badinput.Attempt.Wish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String REFUSAL = """
            {"type": "urn:atrium:problem:invalid", "title": "Invalid", "status": 422, "detail": "Some fields need a change.",
             "errors": [{"field": "%s", "message": "is wrong"}]}
            """;

    @Test
    void aProblemThatNamesTheFieldIsAsItShouldBe() {
        assertThat(complaints("createRecording", field("title"), answer(422, PROBLEM, REFUSAL.formatted("title"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sessions[0].startsAt, sessions", "sessions, sessions[0].startsAt", "title.en, title"})
    void aPartOrTheWholeOfItIsNamedAsWell(String field, String named) {
        assertThat(complaints("createRecording", field(field), answer(422, PROBLEM, REFUSAL.formatted(named))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"title, language", "title, titles", "title, ''", "sessions[0].title, title"})
    void anotherFieldIsNot(String field, String named) {
        assertThat(complaints("createRecording", field(field), answer(422, PROBLEM, REFUSAL.formatted(named))))
                .containsExactly("it does not name " + field);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 502, 504})
    void aFailureIsOne(int status) {
        assertThat(complaints("createRecording", Wish.ANYTHING, answer(status, PROBLEM, problem(status))))
                .containsExactly("it fails with " + status);
    }

    @Test
    void whoIsAwaySaysForHowLong() {
        Answer forASecond = new Answer(503, PROBLEM, "1", problem(503));

        assertThat(complaints("createRecording", Wish.ANYTHING, forASecond)).isEmpty();
        assertThat(complaints("createRecording", Wish.ANYTHING, answer(503, PROBLEM, problem(503))))
                .containsExactly("it fails with 503");
    }

    @Test
    void whatMustBeRefusedIs() {
        assertThat(complaints("createRecording", Wish.REFUSED, answer(201, "application/json", "{}")))
                .containsExactly("the document forbids it, and it is taken with 201");
        assertThat(complaints("createRecording", Wish.REFUSED, answer(400, PROBLEM, problem(400))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException",
                "at museum.atrium.registration.Api(Api.java:1)",
                "org.postgresql.util.PSQLState",
                "ERROR: SQLSTATE 22021",
                "Whitelabel Error Page"
            })
    void theInsideIsNotTold(String inside) {
        assertThat(complaints("createRecording", Wish.ANYTHING, answer(200, "text/html", inside)))
                .containsExactly("it tells of the inside");
    }

    @Test
    void aRefusalIsAProblemOrAPage() {
        assertThat(complaints("createRecording", Wish.ANYTHING, answer(400, "text/html", "<p>Not so.</p>")))
                .isEmpty();
        assertThat(complaints("createRecording", Wish.ANYTHING, answer(400, "text/plain", "Not so.")))
                .containsExactly("it is refused without a problem");
        assertThat(complaints("createRecording", Wish.ANYTHING, answer(400, null, "")))
                .containsExactly("it is refused without a problem");
    }

    @Test
    void withoutABodyItIsOneOnlyWhereTheDocumentSaysSo() {
        assertThat(complaints("media", Wish.DOCUMENTED, answer(416, null, ""))).isEmpty();
        assertThat(complaints("getUploadOffset", Wish.ANYTHING, answer(400, null, "")))
                .isEmpty();
        assertThat(complaints("media", Wish.ANYTHING, answer(404, null, "")))
                .containsExactly("it is refused without a problem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"T\", \"status\": 400, \"detail\": \"D\"}",
                "{\"type\": \"about:blank\", \"title\": \"T\", \"status\": 400, \"detail\": \"D\"}",
                "{\"type\": \"urn:atrium:problem:x\", \"title\": \"\", \"status\": 400, \"detail\": \"D\"}",
                "{\"type\": \"urn:atrium:problem:x\", \"title\": \"T\", \"status\": 404, \"detail\": \"D\"}",
                "{\"type\": \"urn:atrium:problem:x\", \"title\": \"T\", \"status\": 400}"
            })
    void aProblemIsWhole(String problem) {
        assertThat(complaints("createRecording", Wish.ANYTHING, answer(400, PROBLEM, problem)))
                .containsExactly("the problem lacks its type, title, status or detail");
    }

    @Test
    void anAnswerThatTheDocumentDoesNotListIsWrong() {
        assertThat(complaints("createRecording", Wish.DOCUMENTED, answer(418, PROBLEM, problem(418))))
                .singleElement()
                .satisfies(complaint -> assertThat(complaint).contains("418"));
    }

    private static Iterable<String> complaints(String id, Wish wish, Answer answer) {
        Operation operation = Operation.all("recording").stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Attempt attempt = new Attempt(operation.method(), operation.path(), Map.of(), null, "a test", wish);
        return new Judge(
                        Contracts.http("recording"), operation, operation.path().replaceAll("[{}]", ""))
                .complaints(attempt, answer);
    }

    private static Wish field(String name) {
        return new Wish(name, true, true);
    }

    private static Answer answer(int status, @Nullable String type, String body) {
        return new Answer(status, type, null, body);
    }

    private static String problem(int status) {
        return "{\"type\": \"urn:atrium:problem:x\", \"title\": \"T\", \"status\": %d, \"detail\": \"D\"}"
                .formatted(status);
    }
}

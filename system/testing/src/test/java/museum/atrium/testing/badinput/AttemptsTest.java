package museum.atrium.testing.badinput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import museum.atrium.testing.badinput.Attempt.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is made of documents in both versions of OpenAPI that are in use. */
class AttemptsTest {

    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(strings = {"recording createRecording title", "registration signUp name"})
    void everyFieldIsMissingUnknownOfAnotherTypeAndHoldsWhatItShouldNot(String which) {
        String field = which.split(" ")[2];
        List<Attempt> attempts = attempts(which, Map.of(field, "Ana"));

        assertThat(refused(attempts)).contains("without " + field, field + " = {}", field + " = \"a\\u0000b\"");
        assertThat(refused(attempts)).contains("noSuchField = 1", field + " twice");
        assertThat(bodies(attempts)).contains("{\"" + field + "\":\"a\\ud800b\"}", "{\"" + field + "\":[null]}");
    }

    @Test
    void theFieldAtFaultIsToBeNamed() {
        List<Attempt> attempts = attempts("recording createRecording", Map.of("title", "Ana"));

        assertThat(attempts)
                .filteredOn(attempt -> attempt.what().startsWith("access = "))
                .isNotEmpty()
                .extracting(attempt -> attempt.wish().field())
                .containsOnly("access", null);
    }

    @Test
    void whatIsWithinIsTriedToo() {
        assertThat(attempts("registration draftActivity", Map.of("kind", "WEBINAR")))
                .extracting(attempt -> attempt.wish().field())
                .contains("sessions[0].startsAt", "questions[0].options[0].id");
    }

    @Test
    void aSeedSendsTheSameAndAnotherOneOther() {
        JsonNode body = json(Map.of("title", "Ana"));

        assertThat(bodies(bad(body, 1))).isEqualTo(bodies(bad(body, 1))).isNotEqualTo(bodies(bad(body, 2)));
    }

    @Test
    void whatOneFieldIsSparedOthersGet() {
        List<String> near = BadTexts.of("email", SEED);
        List<String> somewhere = LongStream.range(0, 30)
                .mapToObj(seed -> BadTexts.of("email", seed))
                .flatMap(List::stream)
                .toList();

        assertThat(somewhere).contains("ana@@example.org", "ana+museum@example.org", "👩🏽‍🔬🇸🇮", "שלום עולם", "O");
        assertThat(near).hasSizeBetween(8, 33);
        assertThat(BadTexts.of("name", SEED)).doesNotContain("ana@@example.org");
    }

    @Test
    void aBodyWhoseFieldsTheDocumentDoesNotNameIsNoBody() {
        assertThatThrownBy(() -> attempts("recording retractRecording", Map.of("why", "So")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The document names no field");
    }

    @Test
    void headersAndParametersAreTried() {
        List<Attempt> attempts = addresses("recording createUpload");

        assertThat(refused(attempts)).contains("Upload-Length: 1.5", "Tus-Resumable: -1", "Upload-Length: -1");
        assertThat(attempts)
                .extracting(Attempt::method)
                .contains("PUT", "FETCH")
                .doesNotContain("OPTIONS");
        assertThat(attempts).extracting(Attempt::address).contains("/api/recordings/1%00/upload");
        assertThat(refused(addresses("recording listRecordings"))).contains("?limit=1.5", "?cursor=-1", "?limit=-1");
    }

    private static List<Attempt> addresses(String which) {
        Operation operation = operation(which);
        Example example = Example.at("id", "1");
        return BadAddresses.of(start(operation, example.address(operation, "")), operation, example, SEED);
    }

    private static List<Attempt> attempts(String which, Map<String, String> body) {
        Operation operation = operation(which);
        return BadJson.of(
                start(operation), Objects.requireNonNull(operation.body()).schema(), json(body), SEED);
    }

    private static List<Attempt> bad(JsonNode body, long seed) {
        Operation operation = operation("recording createRecording");
        return BadJson.of(
                start(operation), Objects.requireNonNull(operation.body()).schema(), body, seed);
    }

    private static JsonNode json(Map<String, String> body) {
        return JsonMapper.shared().valueToTree(body);
    }

    private static Attempt start(Operation operation) {
        return start(operation, operation.path());
    }

    private static Attempt start(Operation operation, String address) {
        return new Attempt(operation.method(), address, Map.of(), null, "the example", Wish.DOCUMENTED);
    }

    private static Operation operation(String which) {
        String[] names = which.split(" ");
        return Operation.all(names[0]).stream()
                .filter(one -> one.id().equals(names[1]))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refused(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.wish().refused())
                .map(Attempt::what)
                .toList();
    }

    private static List<String> bodies(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> new String(Objects.requireNonNull(attempt.body()), StandardCharsets.UTF_8))
                .toList();
    }
}

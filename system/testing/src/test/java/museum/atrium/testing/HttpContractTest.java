package museum.atrium.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.web.client.RestClient;

class HttpContractTest {

    private static final String DOORS = """
            openapi: VERSION
            info: {title: Doors, version: '1'}
            paths:
              /doors/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
                  responses:
                    '200':
                      description: A door
                      content:
                        application/json:
                          schema: {$ref: '#/components/schemas/door'}
                    '404': {$ref: '#/components/responses/problem'}
                delete:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  responses: {'204': {description: Gone}}
                put:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/door'}
                  responses: {'204': {description: Kept}}
            components:
              responses:
                problem:
                  description: Why not
                  content:
                    application/problem+json:
                      schema:
                        type: object
                        required: [type, title, status]
                        properties:
                          type: {type: string}
                          title: {type: string}
                          status: {type: integer}
              schemas:
                door:
                  type: object
                  required: [name, openedAt]
                  additionalProperties: false
                  properties:
                    name: {type: string, maxLength: 10}
                    openedAt: NULLABLE_INSTANT
            """;

    private static final String PATH = "/doors/0199b1c0-0000-7000-8000-000000000001";

    private static HttpContract contract(String version) {
        String nullableInstant = version.startsWith("3.0")
                ? "{type: string, format: date-time, nullable: true}"
                : "{type: [string, 'null'], format: date-time}";
        return HttpContract.of("doors", DOORS.replace("VERSION", version).replace("NULLABLE_INSTANT", nullableInstant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void whatTheDocumentSaysPasses(String version) {
        HttpContract contract = contract(version);

        contract.assertValid("GET", PATH, 200, "{\"name\": \"front\", \"openedAt\": \"2027-03-01T14:00:00Z\"}");
        contract.assertValid("GET", PATH + "?colour=blue", 200, "{\"name\": \"front\", \"openedAt\": null}");
        contract.assertValid("get", PATH, 404, "{\"type\": \"urn:x\", \"title\": \"No\", \"status\": 404}");
        contract.assertValid("DELETE", PATH, 204, null);
        contract.assertValidRequest("PUT", PATH, "application/json", "{\"name\": \"front\", \"openedAt\": null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3.0.3 | 200 | {'openedAt': null}",
                "3.1.0 | 200 | {'openedAt': null}",
                "3.0.3 | 200 | {'name': 'front', 'openedAt': null, 'joinUrl': 'https://x'}",
                "3.1.0 | 200 | {'name': 'front', 'openedAt': null, 'joinUrl': 'https://x'}",
                "3.0.3 | 200 | {'name': 'front', 'openedAt': 'yesterday'}",
                "3.1.0 | 200 | {'name': 'front', 'openedAt': 'yesterday'}",
                "3.0.3 | 200 | {'name': 'a front door', 'openedAt': null}",
                "3.1.0 | 200 | {'name': 7, 'openedAt': null}",
                "3.1.0 | 200 | []",
                "3.1.0 | 404 | {'title': 'No'}",
                "3.1.0 | 500 | {'type': 'urn:x', 'title': 'No', 'status': 500}",
            })
    void aWrongAnswerFails(String version, int status, String body) {
        assertThatThrownBy(() -> contract(version).assertValid("GET", PATH, status, body.replace('\'', '"')))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Not in contract 'doors': GET " + PATH + " -> " + status);
    }

    @Test
    void aCallThatIsNotInTheDocumentFails() {
        HttpContract contract = contract("3.1.0");

        assertThatThrownBy(() -> contract.assertValid("GET", "/windows", 200, "{}"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> contract.assertValid("POST", PATH, 200, "{}")).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> contract.assertValid("GET", PATH, 200, "text/html", "<p>door</p>"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> contract.assertValidRequest("PUT", PATH, "application/json", "{}"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aClientChecksEveryAnswerAndStillReadsIt() {
        assertThat(clientAnswered("{\"name\": \"front\", \"openedAt\": null}")
                        .get()
                        .uri("http://localhost" + PATH)
                        .retrieve()
                        .body(String.class))
                .contains("front");
        assertThatThrownBy(() -> clientAnswered("{\"name\": 7}")
                        .get()
                        .uri("http://localhost" + PATH)
                        .retrieve()
                        .toBodilessEntity())
                .isInstanceOf(AssertionError.class);
    }

    private static RestClient clientAnswered(String json) {
        return RestClient.builder()
                .requestInterceptor(contract("3.1.0").checking())
                .requestInterceptor((request, body, execution) -> {
                    MockClientHttpResponse response =
                            new MockClientHttpResponse(json.getBytes(StandardCharsets.UTF_8), HttpStatus.OK);
                    response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
                    return response;
                })
                .build();
    }
}

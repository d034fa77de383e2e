package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HouseTest
class BadJsonTest {

    @LocalServerPort
    int port;

    Caller house = new Caller(0);

    @BeforeEach
    void findTheHouse() {
        house = new Caller(port);
    }

    @Test
    void goodJsonIsTaken() {
        Answer answer = house.postJson("/api/doors", """
                {"name": "Front", "width": 2, "opensAt": "2027-03-01T15:00:00+01:00", "material": "OAK",
                 "locked": false, "labels": {"fr": "Entrée"}, "hinges": [{"maker": "Ana"}]}
                """);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("opensAt").asString()).isEqualTo("2027-03-01T14:00:00Z");
        assertThat(answer.json().path("labels").path("fr").asString()).isEqualTo("Entrée");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"name\":", "{name: 'Front'}", "{\"name\": \"Front\"} {}", "", "null", "[]", "\"Front\"", "7"})
    void whatIsNotOneJsonObjectIsA400(String body) {
        house.postJson("/api/doors", body).isProblem(400);
    }

    @Test
    void theMalformedPlaceIsNamed() {
        house.postJson("/api/doors", "{\n  \"name\": Front\n}").isProblem(400).saysDetail("line 2");
    }

    @Test
    void deepNestingIsA400() {
        house.call("PATCH", "/api/doors", BodyPublishers.ofString("[".repeat(5000)), "Content-Type", "application/json")
                .isProblem(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{`name`: `Front`, `colour`: 1}                | colour         | is not a field",
                "{`name`: `Front`, `hinges`: [{`makr`: `A`}]}  | hinges[0].makr | is not a field",
                "{`name`: 7}                                   | name           | must be a text",
                "{`name`: true}                                | name           | must be a text",
                "{`name`: [`Front`]}                           | name           | must be a text",
                "{`name`: `Front`, `width`: `2`}               | width          | must be a whole number",
                "{`name`: `Front`, `width`: 2.5}               | width          | must be a whole number",
                "{`name`: `Front`, `width`: 99999999999}       | width          | must be a whole number",
                "{`name`: `Front`, `width`: ``}                | width          | must be a whole number",
                "{`name`: `Front`, `locked`: `true`}           | locked         | must be true or false",
                "{`name`: `Front`, `locked`: 1}                | locked         | must be true or false",
                "{`name`: `Front`, `opensAt`: `tomorrow`}      | opensAt        | must be an instant",
                "{`name`: `Front`, `opensAt`: ``}              | opensAt        | must be an instant",
                "{`name`: `Front`, `opensAt`: 1800000000}      | opensAt        | must be an instant",
                "{`name`: `Front`, `opensAt`: `2027-03-01T14:00:00`} | opensAt  | must be an instant",
                "{`name`: `Front`, `material`: `PAPER`}        | material       | must be one of OAK, STEEL",
                "{`name`: `Front`, `material`: 0}              | material       | must be one of OAK, STEEL",
                "{`name`: `Front`, `material`: ``}             | material       | must be one of OAK, STEEL",
                "{`name`: `Front`, `labels`: `x`}              | labels         | must be an object",
                "{`name`: `Front`, `labels`: {`fr`: 1}}        | labels.fr      | must be a text",
                "{`name`: `Front`, `hinges`: {}}               | hinges         | must be a list",
                "{`name`: `Front`, `hinges`: ``}               | hinges         | must be a list",
                "{`name`: `Front`, `hinges`: [7]}              | hinges[0]      | must be an object",
            })
    void unknownFieldsAndWrongTypesAreNamed(String body, String field, String message) {
        house.postJson("/api/doors", body.replace('`', '"'))
                .isProblem(422)
                .saysType("invalid")
                .names(field, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'width': 2}                                    | name            | must not be null",
                "{'name': '   '}                                 | name            | must not be blank",
                "{'name': 'Front\\r\\nBcc: x'}                   | name            | must not contain control characters",
                "{'name': 'abcdefghijklmnopqrstu'}               | name            | must not be longer than 20",
                "{'name': 'Front', 'width': 4}                   | width           | must be less than or equal to 3",
                "{'name': 'Front', 'hinges': [{'maker': ''}]}    | hinges[0].maker | must not be blank",
                "{'name': 'Front', 'labels': {'fr': 'a\\u0000'}} | labels.fr       | must be a text",
                "{'name': '\\ud800'}                             | name            | must be a text",
            })
    void brokenRulesAreNamedInEnglish(String body, String field, String message) {
        house.postJson("/api/doors", body.replace('\'', '"')).isProblem(422).names(field, message);
    }

    @Test
    void aFieldGivenTwiceIsRefused() {
        house.postJson("/api/doors", "{\"name\": \"Front\", \"name\": \"Back\"}")
                .isProblem(400);
    }

    @Test
    void anAstralLetterCountsAsOne() {
        assertThat(house.postJson("/api/doors", "{\"name\": \"" + "𝕄".repeat(20) + "\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aPatchThatIsReadAsATreeIsHeldToTheSame() {
        house.call(
                        "PATCH",
                        "/api/doors",
                        BodyPublishers.ofString("{\"colour\": 1}"),
                        "Content-Type",
                        "application/json")
                .isProblem(422)
                .names("colour", "is not a field");
    }

    @Test
    void bytesThatAreNotUtf8AreA400() {
        house.call(
                        "POST",
                        "/api/doors",
                        BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}),
                        "Content-Type",
                        "application/json")
                .isProblem(400);
    }
}

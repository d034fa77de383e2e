package museum.atrium.recording;

import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.recording.Organiser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeService
class RecordingsApiTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Test
    void anEnteredRecordingAwaitsItsUpload() {
        Programme programme = neighbours.publishActivity();
        UUID recording = organiser.enter(programme, programme.second(), "ATTENDEES");

        var entered = organiser.look(recording);
        assertThat(entered.get("activity").asString()).isEqualTo(programme.id().toString());
        assertThat(entered.get("slug").asString()).isEqualTo(programme.slug());
        assertThat(entered.get("session").asString())
                .isEqualTo(programme.second().toString());
        assertThat(entered.get("state").asString()).isEqualTo("AWAITING_UPLOAD");
        assertThat(entered.get("progress").asInt()).isZero();
        assertThat(entered.get("uploadUrl").asString())
                .isEqualTo(WholeService.PUBLIC_URL + "/api/recordings/" + recording + "/upload");
    }

    @Test
    void theAnswerSaysWhereTheRecordingIs() {
        Programme programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC"); // known now

        Answer entered = organiser.enter("""
                {"activity": "%s", "title": "By its id", "access": "PUBLIC"}
                """.formatted(programme.id()));

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.http().headers().firstValue("Location"))
                .hasValue(WholeService.PUBLIC_URL + "/api/recordings/"
                        + entered.body().get("id").asString());
        assertThat(entered.body().get("language").asString()).isEqualTo("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            activity | "activity": "nobody-knows-it"
            activity | "activity": "00000000-0000-0000-0000-000000000001"
            activity | "activity": null
            session  | "session": "00000000-0000-0000-0000-000000000001"
            title    | "title": " "
            title    | "title": null
            title    | "title": "two\\nlines"
            language | "language": "not a language"
            access   | "access": "EVERYBODY"
            access   | "access": null
            url      | "url": "http://video.example.org/1"
            url      | "url": "javascript:alert(1)"
            url      | "url": "https://user:secret@video.example.org/1"
            url      | "url": "https:///nowhere"
            url      | "url": "not an address"
            captions | "captions": []
            """)
    void whatIsWrongIsNamedByItsField(String field, String wrong) {
        Programme programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC"); // known now
        List<String> fields = new ArrayList<>(List.of(
                "\"activity\": \"" + programme.slug() + "\"", "\"title\": \"A title\"", "\"access\": \"PUBLIC\""));
        fields.removeIf(given -> given.startsWith("\"" + field + "\""));
        fields.add(wrong);

        Answer refused = organiser.enter("{" + String.join(", ", fields) + "}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo(field);
        assertThat(refused.body().get("errors").get(0).get("message").asString())
                .isNotBlank();
    }

    @Test
    void aSeriesIsNothingThatIsRecorded() {
        String series = neighbours.publishSeries();
        organiser.enter(neighbours.publishActivity(), "PUBLIC"); // known now

        throughout(
                Duration.ofSeconds(1),
                () -> assertThat(organiser
                                .enter("{\"activity\": \"" + series
                                        + "\", \"title\": \"A title\", \"access\": \"PUBLIC\"}")
                                .status())
                        .isEqualTo(422));
    }

    @Test
    void aTitleTooLongIsRefused() {
        Answer refused = organiser.enter("{\"title\": \"" + "x".repeat(201) + "\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("errors").toString()).contains("\"title\"", "\"activity\"", "\"access\"");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(organiser.enter("{").status()).isEqualTo(400);
        assertThat(organiser.enter("[]").status()).isBetween(400, 422);
        assertThat(organiser.publish(UUID.randomUUID(), "tomorrow").status()).isBetween(400, 422);
    }

    @Test
    void whatIsNotBuiltIsRefused() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");

        for (String path : List.of("/transcript", "/anything")) {
            var answer = organiser.send(organiser
                    .signedIn("/api/recordings/" + recording + path)
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
        }
        assertThat(organiser.get("/feeds/anything").statusCode()).isEqualTo(404);
    }

    @Test
    void unknownRecordingsAreNotFound() {
        UUID unknown = UUID.randomUUID();

        assertThat(organiser.json("GET", "/api/recordings/" + unknown, null).status())
                .isEqualTo(404);
        assertThat(organiser.publish(unknown).status()).isEqualTo(404);
        assertThat(organiser.retract(unknown).status()).isEqualTo(404);
        assertThat(organiser.create(unknown, "Upload-Length", "5").statusCode()).isEqualTo(404);
    }

    @Test
    void anActivitysRecordingsAreListedInPages() {
        Programme programme = neighbours.publishActivity();
        List<String> entered = Stream.generate(
                        () -> organiser.enter(programme, "PUBLIC").toString())
                .limit(3)
                .toList();
        organiser.enter(neighbours.publishActivity(), "PUBLIC");
        String list = "/api/recordings?activity=" + programme.slug() + "&limit=2";

        Answer first = organiser.json("GET", list, null);
        Answer second = organiser.json(
                "GET", list + "&cursor=" + first.body().get("next").asString(), null);

        assertThat(Stream.of(first, second)
                        .flatMap(page -> page.body().get("items").valueStream())
                        .map(item -> item.get("id").asString()))
                .isEqualTo(entered);
        assertThat(second.body().get("next").isNull()).isTrue();
        assertThat(organiser.json("GET", list + "0000", null).status()).isEqualTo(400);
        assertThat(organiser.json("GET", list + "&state=READY", null).body().get("items"))
                .isEmpty();
    }

    @Test
    void theRecordingsOfAllActivitiesAreListedNewestFirst() {
        String older = organiser.enter(neighbours.publishActivity(), "PUBLIC").toString();
        String newer = organiser.enter(neighbours.publishActivity(), "PUBLIC").toString();
        String ready = organiser.elsewhere(neighbours.publishActivity()).toString();

        Answer first = organiser.json("GET", "/api/recordings?limit=2", null);
        Answer second = organiser.json(
                "GET",
                "/api/recordings?limit=1&cursor=" + first.body().get("next").asString(),
                null);

        assertThat(ids(first)).containsExactly(ready, newer);
        assertThat(ids(second)).containsExactly(older);
        assertThat(ids(organiser.json("GET", "/api/recordings?state=READY&limit=1", null)))
                .containsExactly(ready);
        assertThat(ids(organiser.json("GET", "/api/recordings?state=AWAITING_UPLOAD&limit=2", null)))
                .containsExactly(newer, older);
        assertThat(organiser.json("GET", "/api/recordings?state=GONE", null).status())
                .isEqualTo(400);
    }

    private static Stream<String> ids(Answer page) {
        return page.body().get("items").valueStream().map(item -> item.get("id").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"activity=%00", "activity=a%00b", "activity=%ff", "activity=x&cursor=%00", "activity=x&limit=%00"
            })
    void whatNoDatabaseHoldsIsRefusedNotAFailure(String query) {
        assertThat(organiser.json("GET", "/api/recordings?" + query, null).status())
                .isIn(400, 404);
        assertThat(organiser.get("/watch/x?t=%00").statusCode()).isEqualTo(404);
        assertThat(organiser.get("/watch/%00").statusCode()).isIn(400, 404);
        assertThat(organiser.get("/media/a/b/c?t=%00").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsAnsweredIsWhatIsKept() {
        Programme programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC"); // known now
        Answer entered = organiser.enter("""
                {"activity": "%s", "title": "Elsewhere", "access": "PUBLIC", "url": "https://video.example.org/1"}
                """.formatted(programme.slug()));
        UUID recording = UUID.fromString(entered.body().get("id").asString());

        assertThat(organiser.look(recording)).isEqualTo(entered.body());
        Answer scheduled = organiser.publish(recording, "2030-01-01T00:00:00.123456789Z");
        assertThat(organiser.look(recording)).isEqualTo(scheduled.body());
        Answer published = organiser.publish(recording);
        assertThat(organiser.look(recording)).isEqualTo(published.body());
    }

    @Test
    void whatAPublicationOrRetractionDoesNotKnowIsRefused() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, Organiser.CLIP);
        String path = "/api/recordings/" + recording;

        for (String act : List.of("/publication", "/retraction")) {
            Answer refused = organiser.json("POST", path + act, "{\"when\": \"2030-01-01T00:00:00Z\"}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().get("errors").get(0).get("field").asString())
                    .isEqualTo("when");
        }
        assertThat(organiser.state(recording)).isEqualTo("READY");
        assertThat(organiser.json("POST", path + "/publication", "{}").status()).isEqualTo(200);
        assertThat(organiser.json("POST", path + "/retraction", "{}").status()).isEqualTo(200);
    }

    @Test
    void anEmptyBodySaysNothing() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, Organiser.CLIP);

        for (String act : List.of("/publication", "/retraction")) {
            var empty = organiser
                    .signedIn("/api/recordings/" + recording + act)
                    .header("Content-Type", "application/json")
                    .POST(java.net.http.HttpRequest.BodyPublishers.noBody());
            assertThat(organiser.send(empty).statusCode()).as(act).isEqualTo(200);
        }
    }

    @Test
    void anOlderWordOnAnActivityDoesNotUndoANewerOne() {
        Programme programme = neighbours.publishActivity();
        UUID recording = organiser.enter(programme, "PUBLIC");
        neighbours.tellOlder(programme, "an-older-slug");

        throughout(
                Duration.ofMillis(500),
                () -> assertThat(organiser.look(recording).get("slug").asString())
                        .isEqualTo(programme.slug()));
    }

    @Test
    void theDocumentOfThisSurfaceIsServed() {
        assertThat(organiser.get("/openapi/recording.yaml").statusCode()).isEqualTo(200);
    }
}

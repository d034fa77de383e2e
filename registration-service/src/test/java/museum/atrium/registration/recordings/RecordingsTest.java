package museum.atrium.registration.recordings;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.Telling;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RegistrationTest
class RecordingsTest {

    @Autowired
    Api api;

    @Autowired
    KafkaConnectionDetails kafka;

    @Test
    void aPublishedRecordingIsLinkedInTheProgrammeUntilItIsRetracted() {
        JsonNode activity = api.publish(api.webinar("recorded", webinar -> {}));
        ObjectNode recording = (ObjectNode)
                JsonMapper.shared().readTree(Contracts.event("recording").example());
        recording.put("id", UUID.randomUUID().toString());
        recording.set("activity", activity.get("id"));

        send(recording.put("revision", 5));
        eventually(() -> assertThat(expect(200, api.get("/api/activities/recorded"))
                        .at("/recordings/0/watchUrl")
                        .stringValue())
                .startsWith("https://programme.example.org/watch/"));

        send(recording.put("revision", 6).put("state", "RETRACTED"));
        eventually(() -> assertThat(
                        api.get("/api/activities/recorded").at("/recordings").size())
                .isZero());

        send(recording.put("revision", 4).put("state", "PUBLISHED"));
        send(recording.deepCopy().put("id", UUID.randomUUID().toString()).put("title", "The other one"));
        eventually(() -> assertThat(
                        api.get("/api/activities/recorded").at("/recordings").toString())
                .contains("The other one"));
        assertThat(api.get("/api/activities/recorded").at("/recordings").size())
                .as("an older event does not bring it back")
                .isEqualTo(1);
    }

    @Test
    void aRecordingIsNotLinkedAfterItsEnd() {
        JsonNode activity = api.publish(api.webinar("for-a-while", webinar -> {}));
        ObjectNode recording = (ObjectNode)
                JsonMapper.shared().readTree(Contracts.event("recording").example());
        recording.put("id", UUID.randomUUID().toString());
        recording.set("activity", activity.get("id"));

        send(recording.put("revision", 1).put("availableUntil", "2095-01-01T00:00:00Z"));
        eventually(() -> assertThat(recordings("for-a-while")).isEqualTo(1));

        send(recording.put("revision", 2).put("availableUntil", "2001-01-01T00:00:00Z"));
        eventually(() -> assertThat(recordings("for-a-while")).isZero());
    }

    private int recordings(String slug) {
        return expect(200, api.get("/api/activities/" + slug)).at("/recordings").size();
    }

    private void send(ObjectNode recording) {
        Telling.as("recording", kafka)
                .tell(
                        "atrium.recordings",
                        recording.get("id").stringValue(),
                        "museum.atrium.recording.published.v1",
                        recording.toString());
    }
}

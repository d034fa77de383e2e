package museum.atrium.recording;

import static museum.atrium.recording.Neighbours.participant;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Participant;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who asks is told what is held here and what it opens, and it is taken back when nobody asks any more. */
@WholeService
class DisclosingTest {

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Organiser organiser;

    @Autowired
    private JdbcClient database;

    @Test
    void whatIsKnownIsSaidWithTheRecordingsThatItOpens() {
        Programme programme = neighbours.publishActivity();
        UUID open = organiser.published(programme, programme.first(), "PUBLIC");
        UUID ofTheirs = organiser.published(programme, programme.first(), "ATTENDEES");
        organiser.published(programme, programme.second(), "REGISTRANTS");
        organiser.enter(programme, programme.first(), "REGISTRANTS");
        Participant asking = told(participant(programme)
                .choosing(programme.first())
                .attending(programme.first())
                .withNewLinks());
        UUID export = UUID.randomUUID();

        neighbours.askToExport(asking, 1, export);

        JsonNode answer = answer(asking);
        assertThat(answer.at("/export").stringValue()).isEqualTo(export.toString());
        assertThat(answer.at("/held/registration"))
                .isEqualTo(JsonMapper.shared()
                        .readTree("""
                {"activity": "%s", "status": "CONFIRMED", "linkVersion": 2, "sessions": ["%s"], "attended": ["%s"]}
                """.formatted(programme.id(), programme.first(), programme.first())));
        assertThat(answer.at("/held/recordings")
                        .valueStream()
                        .map(recording -> recording.at("/id").stringValue()))
                .containsExactlyInAnyOrder(open.toString(), ofTheirs.toString());
    }

    @Test
    void ofWhomNothingIsKnownThatIsSaid() {
        Participant unknown = participant(neighbours.publishActivity());

        neighbours.askToExport(unknown, 1, UUID.randomUUID());

        assertThat(answer(unknown).at("/held").toString()).isEqualTo("{\"registration\":null,\"recordings\":[]}");
    }

    @Test
    void theSameExportIsAnsweredOnceAndALaterOneAnewAlsoAfterItWasTakenBack() {
        Participant asking = told(participant(neighbours.publishActivity()));
        UUID last = UUID.randomUUID();

        neighbours.askToExport(asking, 2, UUID.randomUUID());
        neighbours.askToExport(asking, 2, UUID.randomUUID());
        neighbours.askToExport(asking, 1, UUID.randomUUID());
        neighbours.endExport(asking);
        neighbours.askToExport(asking, 2, UUID.randomUUID());
        neighbours.askToExport(asking, 3, last);

        eventually(() -> assertThat(neighbours.exportsOf(asking)).hasSize(3));
        List<ConsumerRecord<String, String>> said = neighbours.exportsOf(asking);
        assertThat(said.get(1).value()).as("taken back").isNull();
        assertThat(Neighbours.header(said.get(1), "ce_type")).isEqualTo("museum.atrium.export.withdrawn.v1");
        assertThat(said.get(2).value()).contains(last.toString());
    }

    @ParameterizedTest(name = "by the tombstone: {0}")
    @ValueSource(booleans = {true, false})
    void ofWhomIsErasedNothingIsSaidAnyMore(boolean tombstone) {
        Participant gone = told(participant(neighbours.publishActivity()));
        neighbours.askToExport(gone, 1, UUID.randomUUID());
        answer(gone);

        if (tombstone) {
            neighbours.erase(gone);
        } else {
            neighbours.askToErase(UUID.randomUUID(), gone);
        }

        eventually(() -> assertThat(neighbours.exportsOf(gone)).hasSize(2));
        assertThat(neighbours.exportsOf(gone).getLast().value()).isNull();
        neighbours.askToExport(gone, 2, UUID.randomUUID());
        throughout(
                Duration.ofMillis(500),
                () -> assertThat(neighbours.exportsOf(gone)).hasSize(2));
    }

    private Participant told(Participant participant) {
        neighbours.tell(participant);
        eventually(() -> assertThat(database.sql("select count(*) from registration where id = :id")
                        .param("id", participant.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1));
        return participant;
    }

    private JsonNode answer(Participant participant) {
        eventually(() -> assertThat(neighbours.exportsOf(participant)).hasSize(1));
        ConsumerRecord<String, String> answer =
                neighbours.exportsOf(participant).getFirst();
        Contracts.event("exportInRecording").assertValid(Neighbours.header(answer, "ce_type"), answer.value());
        assertThat(Neighbours.header(answer, "ce_source")).isEqualTo("/recording-service");
        return JsonMapper.shared().readTree(answer.value());
    }
}

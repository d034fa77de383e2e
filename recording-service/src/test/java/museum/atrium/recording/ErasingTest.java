package museum.atrium.recording;

import static museum.atrium.recording.Neighbours.participant;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Participant;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who is erased is unknown here for good, and whoever asked is told. */
@WholeService
class ErasingTest {

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private JdbcClient database;

    @ParameterizedTest(name = "the tombstone first: {0}")
    @ValueSource(booleans = {true, false})
    void whateverIsToldFirstTheAnswerSaysThatTheyWereKnownAndNothingComesBack(boolean tombstoneFirst) {
        Participant gone = neighbours.tell(participant(neighbours.publishActivity()));
        eventually(() -> assertThat(isKnown(gone)).isTrue());
        UUID part = UUID.randomUUID();

        if (tombstoneFirst) {
            neighbours.erase(gone);
            eventually(() -> assertThat(isKnown(gone)).isFalse());
            neighbours.askToErase(part, gone);
        } else {
            neighbours.askToErase(part, gone);
            eventually(() -> assertThat(isKnown(gone)).isFalse());
            neighbours.erase(gone);
        }

        assertThat(answer(part).at("/deleted").toString()).isEqualTo("{\"registrations\":1}");
        assertStaysUnknown(gone);
    }

    @Test
    void whoWasNeverKnownIsAnsweredForAndKeptOut() {
        Participant unknown = participant(neighbours.publishActivity());
        UUID part = UUID.randomUUID();

        neighbours.askToErase(part, unknown);

        assertThat(answer(part).at("/deleted").toString()).isEqualTo("{}");
        assertStaysUnknown(unknown);
    }

    @Test
    void whoIsAskedAgainSaysTheSameAgain() {
        Participant gone = neighbours.tell(participant(neighbours.publishActivity()));
        eventually(() -> assertThat(isKnown(gone)).isTrue());
        UUID part = UUID.randomUUID();

        neighbours.askToErase(part, gone);
        neighbours.askToErase(part, gone);

        eventually(() -> assertThat(neighbours.answersTo(part)).hasSize(2));
        List<ConsumerRecord<String, String>> answers = neighbours.answersTo(part);
        answers.forEach(answer -> assertThat(JsonMapper.shared()
                        .readTree(answer.value())
                        .at("/deleted/registrations")
                        .intValue())
                .isEqualTo(1));
    }

    private JsonNode answer(UUID part) {
        eventually(() -> assertThat(neighbours.answersTo(part)).hasSize(1));
        ConsumerRecord<String, String> answer = neighbours.answersTo(part).getFirst();
        Contracts.event("erasureAnswer").assertValid(Neighbours.header(answer, "ce_type"), answer.value());
        assertThat(Neighbours.header(answer, "ce_source")).isEqualTo("/recording-service");
        return JsonMapper.shared().readTree(answer.value());
    }

    /** An event of theirs that comes late, and one of somebody else that comes behind it in the same partition. */
    private void assertStaysUnknown(Participant gone) {
        neighbours.tell(gone);
        Participant behind = behind(gone);
        neighbours.tell(behind);
        eventually(() -> assertThat(isKnown(behind)).isTrue());
        assertThat(isKnown(gone)).isFalse();
    }

    /** With a key of the same partition. */
    private static Participant behind(Participant other) {
        int partition = partition(other.id());
        while (true) {
            Participant candidate = participant(other.programme());
            if (partition(candidate.id()) == partition) {
                return candidate;
            }
        }
    }

    private static int partition(UUID key) {
        byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % 12;
    }

    private boolean isKnown(Participant participant) {
        return database.sql("select count(*) from registration where id = :id")
                        .param("id", participant.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}

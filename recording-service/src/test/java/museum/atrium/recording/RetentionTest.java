package museum.atrium.recording;

import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Programme;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WithProcessing
@TestPropertySource(properties = {"atrium.retention.published=P30D", "atrium.retention.source=P10D"})
class RetentionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private MovableClock clock;

    @Test
    void whatWasUploadedGoesAfterItsTimeAndWhatIsShownAfterAnother() {
        Programme programme = neighbours.publishActivity();
        UUID recording = organiser.enter(programme, "PUBLIC");
        organiser.upload(recording, CLIP);
        eventually(PATIENCE, () -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        organiser.publish(recording);
        Visitor visitor = new Visitor(organiser, programme.slug(), null);
        String film = visitor.media().getFirst();
        int before = files();

        clock.move(Duration.ofDays(11));

        assertSourceGoes(recording);
        eventually(() -> assertThat(files()).isEqualTo(before - 1));
        String again = visitor.media().getFirst();
        assertThat(again.replaceAll("\\?.*", "")).isEqualTo(film.replaceAll("\\?.*", ""));
        assertThat(organiser.get(again).statusCode()).isEqualTo(200);

        clock.move(Duration.ofDays(20));

        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("RETRACTED"));
        eventually(() -> assertThat(files()).isZero());
        assertThat(visitor.open().statusCode()).isEqualTo(404);
        eventually(() -> assertThat(neighbours.heardOf(recording)).hasSize(2));
    }

    @Test
    void whatIsNotPublishedYetIsNotProcessedAgainWithoutItsSource() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, CLIP);
        eventually(PATIENCE, () -> assertThat(organiser.state(recording)).isEqualTo("READY"));

        clock.move(Duration.ofDays(11));

        assertSourceGoes(recording);
        assertThat(organiser
                        .json("PUT", "/api/recordings/" + recording + "/trim", "{\"start\": 1}")
                        .status())
                .isEqualTo(409);
        assertThat(organiser.publish(recording).status()).isEqualTo(200);
        organiser.remove(recording);
    }

    private void assertSourceGoes(UUID recording) {
        eventually(() -> assertThat(organiser
                        .look(recording)
                        .at("/processing/sourceRemovedAt")
                        .isString())
                .isTrue());
    }

    private int files() {
        return StoredFiles.in(settings).size();
    }
}

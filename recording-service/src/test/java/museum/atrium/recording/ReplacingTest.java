package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@WholeService
class ReplacingTest {

    private static final byte[] OTHER = Arrays.copyOf(CLIP, CLIP.length + 8);

    static {
        // An empty box at the end: other bytes, and the same film.
        OTHER[CLIP.length + 3] = 8;
        System.arraycopy("free".getBytes(US_ASCII), 0, OTHER, CLIP.length + 4, 4);
    }

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private RecordingSettings settings;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));
    private UUID shown = new UUID(0, 0);

    @BeforeEach
    void somethingIsShown() {
        programme = neighbours.publishActivity();
        shown = organiser.published(programme, null, "PUBLIC");
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOldOneUnderTheSameAddressAndNobodyIsToldTwice() {
        Visitor visitor = new Visitor(organiser, programme.slug(), null);
        String before = visitor.media().getFirst();
        int files = files();

        UUID next = replacement("{}");
        organiser.upload(next, OTHER);
        assertThat(visitor.media()).hasSize(1);
        assertThat(organiser.get(before).body()).isEqualTo(CLIP);
        JsonNode answer = organiser.publish(next).body();

        assertThat(answer.get("id").asString()).isEqualTo(shown.toString());
        assertThat(visitor.media()).hasSize(1);
        assertThat(organiser.get(visitor.media().getFirst()).body()).isEqualTo(OTHER);
        assertThat(organiser.get(before).statusCode()).as("the old version").isEqualTo(404);
        assertThat(organiser.json("GET", "/api/recordings/" + next, null).status())
                .isEqualTo(404);
        eventually(() -> assertThat(files()).isEqualTo(files));
        eventually(() -> assertThat(neighbours.heardOf(shown)).hasSize(2));
        assertThat(neighbours.heardOf(next)).isEmpty();

        organiser.retract(shown);
        eventually(() -> assertThat(files()).isEqualTo(files - 1));
    }

    @Test
    void whatLiesElsewhereIsReplacedByWhatLiesElsewhereOrHere() {
        UUID next = replacement("{\"url\": \"https://video.example.org/new\"}");

        assertThat(organiser.publish(next).status()).isEqualTo(200);

        Visitor visitor = new Visitor(organiser, programme.slug(), null);
        assertThat(visitor.page()).contains("https://video.example.org/new");
        UUID back = replacement("{}");
        organiser.upload(back, CLIP);
        organiser.publish(back);
        assertThat(organiser.get(visitor.media().getFirst()).body()).isEqualTo(CLIP);
    }

    @Test
    void whatWasApprovedAndReleasedOfTheOldVersionDoesNotStandForTheNewOne() {
        organiser.json("PUT", "/api/recordings/" + shown + "/approval", null);
        releases(shown, "Speaker 1 (sample)");
        UUID next = replacement("{}");
        organiser.upload(next, OTHER);
        releases(next, "Speaker 2 (sample)");

        JsonNode answer = organiser.publish(next).body();

        assertThat(answer.get("id").asString()).isEqualTo(shown.toString());
        assertThat(answer.get("approval").isNull()).isTrue();
        assertThat(answer.get("releases"))
                .singleElement()
                .satisfies(
                        release -> assertThat(release.get("speaker").asString()).isEqualTo("Speaker 2 (sample)"));
    }

    private void releases(UUID recording, String speaker) {
        assertThat(organiser
                        .json("PUT", "/api/recordings/" + recording + "/releases", """
                        {"items": [{"speaker": "%s", "released": true}]}
                        """.formatted(speaker))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyWhatIsShownIsReplacedAndByOneVersionAtATime() {
        UUID next = replacement("{}");
        assertThat(replace(shown, "{}").status()).isEqualTo(409);
        assertThat(replace(next, "{}").status()).isEqualTo(409);
        assertThat(replace(shown, "{\"url\": \"http://video.example.org\"}").status())
                .isEqualTo(422);
        assertThat(organiser.remove(next).status()).isEqualTo(204);
        UUID another = replacement("{}");
        organiser.upload(another, OTHER);

        organiser.retract(shown);

        assertThat(organiser.publish(another).status()).isEqualTo(409);
        assertThat(organiser.state(another)).isEqualTo("READY");
    }

    private UUID replacement(String json) {
        Organiser.Answer answer = replace(shown, json);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().get("replaces").asString()).isEqualTo(shown.toString());
        return UUID.fromString(answer.body().get("id").asString());
    }

    private Organiser.Answer replace(UUID recording, String json) {
        return organiser.json("POST", "/api/recordings/" + recording + "/replacement", json);
    }

    private int files() {
        return StoredFiles.in(settings).size();
    }
}

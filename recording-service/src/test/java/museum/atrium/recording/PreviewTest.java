package museum.atrium.recording;

import static museum.atrium.recording.Organiser.CLIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.recording.Neighbours.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeService
class PreviewTest {

    private static final Pattern MEDIA = Pattern.compile(" src=\"(/media/[^\"]+)\"");

    private static final String REFUSAL = "The preview link that you followed does not open";

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private MovableClock clock;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));
    private UUID recording = new UUID(0, 0);

    @BeforeEach
    void aRecordingIsReady() {
        programme = neighbours.publishActivity();
        recording = organiser.enter(programme, "ATTENDEES");
    }

    @Test
    void aPreviewShowsWhatNobodyElseSeesYet() {
        assertThat(organiser.json("POST", path(), null).status())
                .as("nothing there")
                .isEqualTo(409);
        organiser.upload(recording, CLIP);
        String preview = preview();

        String page = organiser.text(preview);
        assertThat(page).contains("preview for you");
        assertThat(organiser.get(media(page)).body()).isEqualTo(CLIP);
        assertThat(organiser.get("/watch/" + programme.slug()).statusCode()).isEqualTo(404);
        assertThat(organiser
                        .get("/watch/" + neighbours.publishActivity().slug() + preview.replaceAll("[^?]*\\?", "?"))
                        .statusCode())
                .isEqualTo(404);

        organiser.publish(recording);
        assertThat(organiser.get(media(organiser.text(preview))).statusCode()).isEqualTo(200);
        organiser.retract(recording);
        assertThat(organiser.get(preview).statusCode()).isEqualTo(404);
        assertThat(organiser.get(media(page)).statusCode()).isEqualTo(404);
    }

    @Test
    void aPreviewOpensItsOwnRecordingAloneAndForAWeek() {
        organiser.upload(recording, CLIP);
        UUID other = organiser.enter(programme, "ATTENDEES");
        organiser.upload(other, CLIP);
        String preview = preview();
        String media = media(organiser.text(preview));

        assertThat(organiser.text(preview)).contains(recording.toString()).doesNotContain(other.toString());
        assertThat(organiser
                        .get(media.replace(recording.toString(), other.toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(organiser.get(preview.replaceAll("=[0-9]", "=9")).statusCode())
                .isEqualTo(404);

        clock.move(Duration.ofDays(8));

        assertThat(organiser.get(preview).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsPreviewedOnceItMayNotBeWatchedAnyMore() {
        organiser.upload(recording, CLIP);
        String preview = preview();
        String media = media(organiser.text(preview));
        String until = clock.instant().plus(Duration.ofHours(1)).toString();
        organiser.json("PATCH", "/api/recordings/" + recording, "{\"availableUntil\": \"" + until + "\"}");
        assertThat(organiser.get(media).statusCode()).isEqualTo(200);

        clock.move(Duration.ofHours(2));

        assertThat(organiser.get(preview).statusCode()).isEqualTo(404);
        assertThat(organiser.get(media).statusCode()).isIn(403, 404);
    }

    @Test
    void aPreviewThatDoesNotOpenSaysSoAboveWhatEverybodyMayWatch() {
        organiser.upload(recording, CLIP);
        String preview = preview();
        UUID open = organiser.published(programme, null, "PUBLIC");
        String altered = preview.replaceAll("=[0-9]", "=9");

        assertThat(organiser.text(preview)).contains("preview for you").doesNotContain(REFUSAL);
        assertThat(organiser.get(altered).statusCode()).isEqualTo(200);
        assertThat(organiser.text(altered))
                .contains(REFUSAL, "Ask whoever sent you the link", open.toString())
                .doesNotContain(recording.toString());
        assertThat(organiser.text(altered, "Accept-Language", "sl")).contains("Povezava za predogled");
        assertThat(organiser.text(preview.replaceAll("\\?.*", "?preview="))).contains(REFUSAL);
        assertThat(organiser.text("/watch/" + programme.slug())).doesNotContain(REFUSAL);

        clock.move(Duration.ofDays(8));

        assertThat(organiser.text(preview)).contains(REFUSAL, open.toString());
        organiser.retract(open);
        assertThat(organiser.get(preview).statusCode()).isEqualTo(404);
        assertThat(organiser.text(preview)).contains(REFUSAL).doesNotContain("Below is");
    }

    @Test
    void aPreviewOpensThePageOfItsRecordingAndOfNoOther() {
        organiser.upload(recording, CLIP);
        UUID open = organiser.published(programme, null, "PUBLIC");
        String preview = preview();

        assertThat(organiser.text(preview.replace("?", "/" + recording + "?")))
                .contains("<title>What we recorded</title>", "preview for you", "/media/" + recording);
        assertThat(organiser.get(preview.replace("?", "/" + open + "?")).statusCode())
                .isEqualTo(404);
        assertThat(organiser.text(preview.replace("?", "/" + open + "?")))
                .contains(REFUSAL)
                .doesNotContain("/media/");
    }

    private String path() {
        return "/api/recordings/" + recording + "/preview";
    }

    private String preview() {
        URI url = URI.create(
                organiser.json("POST", path(), null).body().get("url").asString());
        assertThat(url.toString()).startsWith(WholeService.PUBLIC_URL + "/watch/" + programme.slug());
        return url.getPath() + "?" + url.getQuery();
    }

    private static String media(String page) {
        Matcher media = MEDIA.matcher(page);
        assertThat(media.find()).isTrue();
        return media.group(1).replace("&amp;", "&");
    }
}

package museum.atrium.recording;

import static museum.atrium.recording.Neighbours.participant;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import museum.atrium.recording.Neighbours.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeService
class CaptionsTest {

    private static final String ENGLISH = "WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning\n";
    private static final String FRENCH = "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour\n";
    private static final Pattern TRACK = Pattern.compile("src=\"(/media/[^\"]+\\.vtt[^\"]*)\"");

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));
    private UUID recording = new UUID(0, 0);
    private String token = "";

    @BeforeEach
    void somethingIsShownToRegistrants() {
        programme = neighbours.publishActivity();
        recording = organiser.published(programme, null, "REGISTRANTS");
        token = neighbours.token(neighbours.tell(participant(programme)));
        eventually(() -> assertThat(page("en")).contains("/media/"));
    }

    @Test
    void captionsInSeveralLanguagesStandBesideEachOtherAndThePlayerGetsThemAll() {
        assertThat(organiser.captions(recording, "en", ENGLISH).status()).isEqualTo(200);
        assertThat(organiser
                        .captions(recording, "fr", FRENCH)
                        .body()
                        .get("captions")
                        .size())
                .isEqualTo(2);

        assertThat(page("fr"))
                .contains("kind=\"captions\" srclang=\"en\" label=\"English\"")
                .contains("kind=\"subtitles\" srclang=\"fr\" label=\"français\"")
                .containsOnlyOnce("default=\"default\"");
        assertThat(page("en")).doesNotContain("default=\"default\"");
        assertThat(tracks()).hasSize(2);
        assertThat(organiser.text(tracks().getLast())).contains("Bonjour").startsWith("WEBVTT");
        assertThat(organiser.get(tracks().getFirst()).headers().firstValue("Content-Type"))
                .hasValue("text/vtt;charset=UTF-8");
        assertThat(organiser.get(tracks().getFirst().replaceAll("\\?.*", "")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void captionsAreReplacedWithoutAnythingElseAndNobodyIsToldOfIt() {
        organiser.captions(recording, "en", ENGLISH);
        List<String> seen = tracks();

        organiser.captions(recording, "en", ENGLISH.replace("morning", "evening"));

        assertThat(organiser.text(seen.getFirst())).contains("Good evening");
        eventually(() -> assertThat(neighbours.heardOf(recording)).hasSize(1));
        assertThat(organiser
                        .json("DELETE", "/api/recordings/" + recording + "/captions/en", null)
                        .status())
                .isEqualTo(200);
        assertThat(tracks()).isEmpty();
        assertThat(organiser.get(seen.getFirst()).statusCode()).isEqualTo(404);
        assertThat(organiser
                        .json("DELETE", "/api/recordings/" + recording + "/captions/en", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongWithThemIsSaidAndTheOldOnesStay() {
        organiser.captions(recording, "en", ENGLISH);

        Organiser.Answer refused = organiser.captions(recording, "en", "WEBVTT\n\n00:02.000 --> 00:01.000\nBackwards");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/message").asString()).contains("Line 3");
        assertThat(organiser.text(tracks().getFirst())).contains("Good morning");
        assertThat(organiser.captions(recording, "e", ENGLISH).status()).isEqualTo(422);
        assertThat(organiser.captions(UUID.randomUUID(), "en", ENGLISH).status())
                .isEqualTo(404);
    }

    @Test
    void whatIsEmptyOrNoFileOfCaptionsIsRefusedWithWhatIsTaken() {
        Organiser.Answer empty = organiser.captions(recording, "en", "");

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().at("/errors/0/message").asString()).contains("empty");
        Organiser.Answer other = organiser.json("PUT", "/api/recordings/" + recording + "/captions/en", "{}");
        assertThat(other.status()).isEqualTo(415);
        assertThat(other.body().get("detail").asString()).contains("text/vtt", "application/x-subrip", "text/plain");
        assertThat(organiser.look(recording).get("captions").size()).isZero();
    }

    @Test
    void whatWasSaidGoesWithTheRecording() {
        organiser.captions(recording, "pt-br", ENGLISH);
        List<String> seen = tracks();
        assertThat(seen.getFirst()).contains("captions-pt-BR.vtt");

        organiser.retract(recording);

        assertThat(organiser.get(seen.getFirst()).statusCode()).isEqualTo(404);
        assertThat(organiser.captions(recording, "en", ENGLISH).status()).isEqualTo(409);
        assertThat(organiser.look(recording).get("captions").size()).isZero();
    }

    @Test
    void wordsAreFoundWhereTheyAreSaidByThoseWhoMayWatch() {
        organiser.captions(recording, "fr", "WEBVTT\n\n01:05.000 --> 01:08.000\nLes <i>réserves</i> du musée\n");
        String address = "/watch/" + programme.slug() + "?t=" + token + "&q=";

        assertThat(organiser.text(address + "RESERVES"))
                .contains("data-seek=\"65\"", "1:05", "Les réserves du musée", "#t=65");
        assertThat(organiser.text(address + "RESERVES")).contains("<h3 aria-level=\"3\">Results: 1</h3>");
        assertThat(organiser.text(address + "nothing"))
                .contains("Nothing was found")
                .doesNotContain("Results");
        assertThat(organiser.text(address)).contains("role=\"search\"").doesNotContain("Nothing was found", "Results");
        assertThat(organiser.text(address + "%20")).doesNotContain("Nothing was found");
        organiser.captions(
                recording,
                "fr",
                IntStream.range(0, 60)
                        .mapToObj("00:%02d.000 --> 00:%<02d.500\nEncore\n\n"::formatted)
                        .collect(Collectors.joining("", "WEBVTT\n\n", "")));
        assertThat(organiser.text(address + "encore", "Accept-Language", "de")).contains("Treffer: 50+");
        assertThat(organiser.text(address + "%3Cscript%3E")).doesNotContain("<script>");
        assertThat(organiser.text("/watch/" + programme.slug() + "?q=reserves")).doesNotContain("réserves");
    }

    @Test
    void chaptersComeFromWhoeverKnowsThemOrFromTheProgramme() {
        String path = "/api/recordings/" + recording + "/chapters";
        String given = """
                {"items": [{"title": "Welcome"}, {"start": 61.5, "title": "Storage <now>", "speakers": ["Speaker 1 (sample)"]}]}
                """;
        assertThat(organiser.json("PUT", path, given).body().get("chapters").size())
                .isEqualTo(2);

        assertThat(page("en"))
                .contains("Storage &lt;now&gt;", "Speaker 1 (sample)", "data-seek=\"61\"", "kind=\"chapters\"");
        assertThat(organiser.text(tracks().getFirst()))
                .contains("00:00:00.000 --> 00:01:01.500\nWelcome", "Storage &lt;now&gt;");

        String begun = Neighbours.STARTS_AT.minusSeconds(300).toString();
        assertThat(organiser
                        .json("PUT", path, "{\"recordedFrom\": \"" + begun + "\"}")
                        .body()
                        .at("/chapters/0/start")
                        .asDouble())
                .isEqualTo(300);
        assertThat(organiser
                        .json("PUT", path, "{\"recordedFrom\": \"2095-01-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(422);
        assertThat(organiser.json("PUT", path, "{}").status()).isEqualTo(422);
        assertThat(organiser
                        .json(
                                "PUT",
                                path,
                                "{\"items\": [{\"start\": 5, \"title\": \"a\"}, {\"start\": 5, \"title\": \"b\"}]}")
                        .status())
                .isEqualTo(422);
        assertThat(organiser
                        .json("PUT", path, "{\"items\": []}")
                        .body()
                        .get("chapters")
                        .size())
                .isZero();
    }

    private String page(String language) {
        return new Visitor(organiser, programme.slug(), token).page("Accept-Language", language);
    }

    private List<String> tracks() {
        return TRACK.matcher(page("en"))
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }
}

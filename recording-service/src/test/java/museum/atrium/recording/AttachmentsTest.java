package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.Neighbours.participant;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import museum.atrium.recording.Neighbours.Programme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeService
class AttachmentsTest {

    private static final byte[] SLIDES = "%PDF-1.7 slides".getBytes(UTF_8);
    private static final Pattern DOCUMENT = Pattern.compile("href=\"(/media/[^\"]*/document-[^\"]+)\"");

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private RecordingSettings settings;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));
    private UUID recording = new UUID(0, 0);
    private String token = "";

    @BeforeEach
    void somethingIsShownToRegistrants() {
        programme = neighbours.publishActivity();
        recording = organiser.published(programme, null, "REGISTRANTS");
        token = neighbours.token(neighbours.tell(participant(programme)));
        eventually(() -> assertThat(visitor().page()).contains("/media/"));
    }

    @Test
    void slidesAreSavedByThoseWhoMayWatchAndByNobodyElse() throws Exception {
        long files = files();
        assertThat(organiser.attach(recording, "Storage%20(1).pdf", SLIDES).status())
                .isEqualTo(200);

        assertThat(visitor().page()).contains(">Storage (1).pdf</a>");
        String address = documents().getFirst();
        HttpResponse<byte[]> document = organiser.get(address);
        assertThat(document.body()).isEqualTo(SLIDES);
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; ")
                .contains("Storage");
        assertThat(document.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(organiser.get(address.replaceAll("\\?.*", "")).statusCode()).isEqualTo(404);

        organiser.attach(recording, "Storage%20(1).pdf", "new".getBytes(UTF_8));
        assertThat(organiser.text(documents().getFirst())).isEqualTo("new");
        eventually(() -> assertThat(files()).isEqualTo(files + 1));

        organiser.retract(recording);
        assertThat(organiser.get(address).statusCode()).isEqualTo(404);
        eventually(() -> assertThat(files()).isEqualTo(files - 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page.html",
                "run.exe",
                "noending",
                "..%2f..%2fpom.pdf",
                ".pdf",
                "a%00b.pdf",
                "a%0Ab.pdf",
                "%E2%80%AEfdp.exe"
            })
    void whatABrowserWouldRunOrAPathWouldFollowIsRefused(String name) throws Exception {
        long files = files();

        assertThat(organiser
                        .send(organiser
                                .signedIn("/api/recordings/" + recording + "/attachments/" + name)
                                .header("Content-Type", "application/octet-stream")
                                .PUT(BodyPublishers.ofByteArray(SLIDES)))
                        .statusCode())
                .isBetween(400, 422);
        assertThat(files()).isEqualTo(files);
    }

    @Test
    void anEmptyDocumentIsRefusedAndOneThatIsRemovedIsGone() throws Exception {
        long files = files();
        assertThat(organiser.attach(recording, "empty.pdf", new byte[0]).status())
                .isEqualTo(422);
        organiser.attach(recording, "slides.pdf", SLIDES);
        assertThat(organiser.look(recording).at("/attachments/0/size").asInt()).isEqualTo(SLIDES.length);
        String path = "/api/recordings/" + recording + "/attachments/slides.pdf";

        assertThat(organiser.json("DELETE", path, null).status()).isEqualTo(200);

        assertThat(organiser.json("DELETE", path, null).status()).isEqualTo(404);
        assertThat(documents()).isEmpty();
        eventually(() -> assertThat(files()).isEqualTo(files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"L'avenir%20du%20mus%C3%A9e.pdf", "L%E2%80%99avenir.pdf"})
    void aNameMayHaveAnApostrophe(String name) {
        assertThat(organiser.attach(recording, name, SLIDES).status()).isEqualTo(200);

        HttpResponse<byte[]> document = organiser.get(documents().getFirst());
        assertThat(document.body()).isEqualTo(SLIDES);
        assertThat(document.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("avenir");
    }

    @Test
    void anotherTypeIsRefusedWithTheOneThatIsTaken() {
        Organiser.Answer refused =
                organiser.json("PUT", "/api/recordings/" + recording + "/attachments/slides.pdf", "{}");

        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.body().get("detail").asString()).contains("application/octet-stream");
    }

    private Visitor visitor() {
        return new Visitor(organiser, programme.slug(), token);
    }

    private List<String> documents() {
        return DOCUMENT.matcher(visitor().page())
                .results()
                .map(found -> found.group(1).replace("&amp;", "&").replace("&#39;", "'"))
                .toList();
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.list(settings.folder())) {
            return files.count();
        }
    }
}

package museum.atrium.recording;

import static museum.atrium.recording.processing.Clips.pictures;
import static museum.atrium.recording.processing.Clips.sound;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.recording.processing.Clips;
import museum.atrium.testing.Accessibility;
import museum.atrium.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The watch page in a real browser: it plays, seeks, shows captions, and needs no script to play. */
@WithProcessing
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String VIDEO = "document.querySelector('video')";

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Clips clips;

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private BrowserContext device;
    private Programme programme;
    private UUID recording;
    private String address;

    @BeforeAll
    void aTalkIsPublished(@LocalServerPort int port) {
        chromium = Chromium.started();
        programme = neighbours.publishActivity();
        recording = organiser.enter(programme, "PUBLIC");
        organiser.upload(
                recording, clips.make("mp4", pictures("640x360", 40), sound(40), List.of("-pix_fmt", "yuv420p")));
        eventually(PATIENCE, () -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        organiser.captions(recording, "en", "WEBVTT\n\n00:20.000 --> 00:35.000\nLight is a slow fire\n");
        organiser.captions(recording, "fr", "WEBVTT\n\n00:00.000 --> 00:35.000\nLa lumière est un feu lent\n");
        organiser.json("PUT", "/api/recordings/" + recording + "/chapters", """
                {"items": [{"title": "Welcome"}, {"start": 22, "title": "Light", "speakers": ["Speaker 1 (sample)"]}]}
                """);
        organiser.publish(recording);
        address = "http://localhost:" + port + "/watch/" + programme.slug();
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void someoneComes() {
        device = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-GB"));
        complaints.clear();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        device.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void playsTheStreamSeeksAndShowsCaptions() {
        Page page = open(address);
        page.evaluate(VIDEO + ".play()");

        awaits(page, VIDEO + ".currentTime > 1");
        assertThat(page.evaluate(VIDEO + ".currentSrc").toString())
                .as("by the player's script")
                .startsWith("blob:");
        page.keyboard().press("c");
        page.keyboard().press("l");
        page.keyboard().press("l");
        awaits(page, VIDEO + ".currentTime > 21 && !" + VIDEO + ".seeking");
        awaits(
                page,
                "[..." + VIDEO + ".textTracks].some(t => t.mode === 'showing' && t.language === 'en'"
                        + " && [...t.activeCues].some(cue => cue.text.includes('slow fire')))");
        awaits(page, VIDEO + ".videoHeight > 0");
        eventually(
                () -> assertThat(organiser.look(recording).get("views").asInt()).isPositive());
        page.keyboard().press("k");
        awaits(page, VIDEO + ".paused");
        page.keyboard().press(".");
        assertThat(page.evaluate(VIDEO + ".playbackRate")).isEqualTo(1.25);
        page.keyboard().press("m");
        assertThat(page.evaluate(VIDEO + ".muted")).isEqualTo(true);
    }

    @Test
    void chaptersAreGoneToAndWhoComesBackGoesOnWhereTheyWere() {
        Page page = open(address);
        page.locator("a[data-seek='22']").click();
        awaits(page, VIDEO + ".currentTime > 25");
        page.evaluate(VIDEO + ".pause()");
        awaits(page, VIDEO + ".paused");

        Page later = open(address);

        awaits(later, VIDEO + ".currentTime > 24");
        assertThat(later.locator(".resumed").isVisible()).isTrue();
        later.locator(".restart").click();
        awaits(later, VIDEO + ".currentTime < 1");
        Page chapter = open(address + "?at=22");
        awaits(chapter, VIDEO + ".currentTime >= 22");
    }

    @Test
    void playsWithoutAScript() {
        device.close();
        device = chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        Page page = device.newPage();
        page.navigate(address);

        assertThat(page.locator(".controls").isVisible()).isFalse();
        page.locator("video").focus();
        page.keyboard().press("Space");

        awaits(page, VIDEO + ".currentTime > 0.5");
        assertThat(page.evaluate(VIDEO + ".currentSrc").toString()).contains("/recording.mp4");
    }

    @Test
    void whoReadsAnotherLanguageSeesItsCaptionsAtOnce() {
        device.close();
        device = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("fr-FR"));
        Page page = open(address);
        page.evaluate(VIDEO + ".play()");

        awaits(
                page,
                "[..." + VIDEO + ".textTracks].some(t => t.mode === 'showing' && t.language === 'fr'"
                        + " && t.activeCues.length === 1)");
    }

    @Test
    void isReadByScreenReadersAndFitsAPhone() {
        device.close();
        device = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setBypassCSP(true));
        Page page = open(address + "?q=fire");

        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
        page.locator("a[data-seek='20']").click();
        awaits(page, VIDEO + ".currentTime >= 20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "de", "pt", "sl"})
    void screenReadersFindTheirWayInEachLanguage(String language) {
        device.close();
        device = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale(language).setBypassCSP(true));
        for (String shown : List.of(address, address + "/" + recording + "?q=fire", address + "-not-there")) {
            Page page = device.newPage();
            page.navigate(shown);
            assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    @Test
    void thePageOfOneIsReadByScreenReadersAndHasAPictureForWhoPassesItsAddressOn() {
        device.close();
        device = chromium.browser().newContext(new Browser.NewContextOptions().setBypassCSP(true));
        Page page = open(address + "/" + recording);

        assertThat(Accessibility.violations(page)).isEmpty();
        assertThat(page.locator("article").textContent()).contains("Length: 0:40");
        String picture = page.locator("meta[property='og:image']").getAttribute("content");
        assertThat(organiser.get(Organiser.path(picture)).headers().firstValue("Content-Type"))
                .hasValue("image/jpeg");
    }

    @Test
    void whatIsSearchedForIsSentFromBesideItsFieldAlsoOnAPhone() {
        for (int width : new int[] {390, 1280}) {
            Page page = open(address + "?q=fire");
            page.setViewportSize(width, 844);

            var field = page.locator("#q").boundingBox();
            var button = page.locator(".search button").boundingBox();
            assertThat(button.y).as("at %d", width).isBetween(field.y - 2, field.y + field.height);
            assertThat(button.x).isGreaterThan(field.x + field.width);
            assertThat(field.width).isGreaterThan(150);
            assertThat(page.getByText("Results: 1").isVisible()).isTrue();
        }
    }

    @Test
    void aFilmThatIsHigherThanWideLeavesRoomForWhatIsBelowIt() {
        UUID portrait = organiser.enter(programme, "PUBLIC");
        organiser.upload(portrait, clips.make("mp4", pictures("360x640", 5), sound(5), List.of("-pix_fmt", "yuv420p")));
        eventually(PATIENCE, () -> assertThat(organiser.state(portrait)).isEqualTo("READY"));
        organiser.publish(portrait);

        Page page = open(address + "/" + portrait);
        awaits(page, VIDEO + ".videoHeight > " + VIDEO + ".videoWidth");

        assertThat(page.evaluate(VIDEO + ".clientHeight <= Math.ceil(0.7 * innerHeight)"))
                .isEqualTo(true);
        organiser.retract(portrait);
    }

    private Page open(String where) {
        Page page = device.newPage();
        page.onConsoleMessage(message -> {
            // The icon is registration-service's.
            if (message.type().equals("error") && !message.location().contains("/pictures/icon.svg")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(where);
        return page;
    }

    private static void awaits(Page page, String expression) {
        eventually(
                PATIENCE,
                () -> assertThat(page.evaluate(expression)).as(expression).isEqualTo(true));
    }
}

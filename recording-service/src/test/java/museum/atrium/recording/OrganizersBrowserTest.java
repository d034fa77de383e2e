package museum.atrium.recording;

import static museum.atrium.recording.processing.Clips.pictures;
import static museum.atrium.recording.processing.Clips.sound;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import museum.atrium.http.session.OrganizerSessions;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.recording.processing.Clips;
import museum.atrium.testing.Accessibility;
import museum.atrium.testing.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How organisers bring a recording in and let it out, in a real browser. */
@WithProcessing
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizersBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private OrganizerSessions sessions;

    @Autowired
    private Clips clips;

    private Chromium chromium;
    private String service;
    private Programme programme;

    @BeforeAll
    void anActivityIsKnown(@LocalServerPort int port) {
        chromium = Chromium.started();
        service = "http://localhost:" + port;
        programme = neighbours.publishActivity();
        organiser.enter(programme, "PUBLIC"); // known now
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aClipIsUploadedOverABrokenConnectionProcessedPreviewedAndPublished() {
        byte[] clip = clips.make("mp4", pictures("320x180", 3), sound(3), List.of("-pix_fmt", "yuv420p"));
        AtomicInteger parts = new AtomicInteger();
        try (BrowserContext device =
                signedIn(new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("Europe/Paris"))) {
            Page page = device.newPage();
            page.route("**/upload/*", route -> {
                if (route.request().method().equals("PATCH") && parts.incrementAndGet() == 1) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            page.navigate(service + "/organizer/recordings?activity=" + programme.slug());
            page.fill("input[name=title]", "From the page");
            page.selectOption("select[name=session]", programme.second().toString());
            page.click("main > form[method=post] button");
            UUID recording = UUID.fromString(page.url().substring(page.url().lastIndexOf('/') + 1));
            page.setInputFiles("input[type=file]", new FilePayload("clip.mp4", "video/mp4", clip));
            page.click("form[data-upload] button");

            page.waitForSelector(
                    "form[action$='/publication']", new Page.WaitForSelectorOptions().setTimeout(PATIENCE.toMillis()));
            assertThat(organiser.state(recording)).isEqualTo("READY");
            assertThat(parts.get()).isGreaterThan(1);
            page.click("form[action$='/preview'] button");
            assertThat(page.locator(".done a").getAttribute("href")).contains("?preview=");
            page.click("button:has-text('Approve it')");
            assertThat(page.locator("main").textContent()).contains("Approved by organizer");
            assertThat(page.locator("form[action$='/approval']").count()).isZero();
            page.click("summary:has-text('later')");
            page.fill("input[name=at]", "2020-03-01T14:00");
            page.click("button:has-text('Publish it then')");
            assertThat(page.locator("[role=alert]").textContent()).contains("has passed");
            assertThat(page.inputValue("input[name=at]")).isEqualTo("2020-03-01T14:00");
            page.evaluate("document.querySelector('input[name=at]').required = false");
            page.fill("input[name=at]", "");
            page.click("button:has-text('Publish it then')");
            assertThat(page.locator("[role=alert]").textContent()).contains("choose a day and a time");
            assertThat(organiser.state(recording)).isEqualTo("READY");
            page.fill("input[name=at]", "2030-03-01T14:00");
            page.click("button:has-text('Publish it then')");
            assertThat(organiser.state(recording)).isEqualTo("SCHEDULED");
            assertThat(page.locator("time").first().getAttribute("datetime")).isEqualTo("2030-03-01T13:00:00Z");
            page.click("form[action$='/unscheduling'] button");
            assertThat(organiser.state(recording)).isEqualTo("READY");
            page.click("button:has-text('Publish now')");
            assertThat(organiser.state(recording)).isEqualTo("PUBLISHED");
            page.click("a[href^='/watch/']");
            assertThat(page.locator("video").count()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotThereOrNotPossibleIsSaidOnAPage() {
        try (BrowserContext device = signedIn(new Browser.NewContextOptions().setLocale("fr"))) {
            Page page = device.newPage();
            for (String nothing :
                    List.of("/" + UUID.randomUUID(), "/nothing", "?cursor=nothing", "?activity=nothing")) {
                assertThat(page.navigate(service + "/organizer/recordings" + nothing)
                                .status())
                        .as(nothing)
                        .isIn(400, 404);
                assertThat(page.locator("h1").textContent()).as(nothing).contains("pas possible");
            }
            page.navigate(service + "/organizer/recordings?activity=" + programme.slug());
            page.fill("input[name=title]", "Elsewhere");
            page.fill("input[name=url]", "ftp://example.org/film");
            page.click("main > form[method=post] button");
            assertThat(page.locator("[role=alert]").textContent()).contains("Adresse\u00a0:");
            assertThat(page.inputValue("input[name=title]")).isEqualTo("Elsewhere");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "de", "pt", "sl"})
    void screenReadersFindTheirWayInBothColourSchemes(String language) {
        UUID recording = organiser.enter(programme, "PUBLIC");
        try (BrowserContext device =
                signedIn(new Browser.NewContextOptions().setLocale(language).setBypassCSP(true))) {
            Page page = device.newPage();
            for (String address : List.of(
                    "/organizer/recordings",
                    "/organizer/recordings?activity=" + programme.slug(),
                    "/organizer/recordings/" + recording)) {
                page.navigate(service + address);
                assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
                assertThat(page.content()).as(address).doesNotContainPattern("\\?\\?[a-z]");
                assertThat(Accessibility.violations(page)).as(address).isEmpty();
            }
            device.clearCookies();
            page.navigate(service + "/organizer/recordings");
            assertThat(page.url()).contains("/sign-in?to=");
        }
    }

    private BrowserContext signedIn(Browser.NewContextOptions options) {
        BrowserContext device = chromium.browser().newContext(options);
        var session = sessions.begin("organizer", WholeService.PASSWORD, false).orElseThrow();
        device.addCookies(List.of(new Cookie(session.getName(), session.getValue()).setUrl(service)));
        return device;
    }
}

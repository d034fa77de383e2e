package museum.atrium.notification.history;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import museum.atrium.http.session.OrganizerSessions;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.audience.AddressKey;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import museum.atrium.notification.suppression.Suppressions;
import museum.atrium.testing.Accessibility;
import museum.atrium.testing.Chromium;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What organisers see of mails, in a real browser. */
class MailsInABrowserTest extends WithScriptedServer {

    @LocalServerPort
    int port;

    @Autowired
    OrganizerSessions sessions;

    @Autowired
    Suppressions suppressions;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void aMailFails() {
        announcer.tell(story.published(), story.contact(somebody));
        follow(somebody, Moment.DOT, time -> time == 0, Reaction.answer(554, "5.6.0 Broken"));
        announcer.tell(story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION FAILED"));
    }

    @Test
    void whatFailedIsFoundWithItsReasonAndTriedAgain() {
        try (Chromium chromium = Chromium.started();
                BrowserContext device = signedIn(chromium, new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = device.newPage();
            page.navigate(address("?status=FAILED&activity=" + story.activity));
            assertThat(page.locator("main").textContent()).contains("What will be sent", Story.address(somebody));
            page.click("main li a");
            assertThat(page.locator("main").textContent()).contains("Failed", "5.6.0 Broken", "refused it for good");
            page.click("form[action$='/retry'] button");
            eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
            page.reload();

            assertThat(page.locator(".state").textContent()).contains("Sent");
            assertThat(page.locator("form[action$='/retry']").count()).isZero();
            assertThat(page.locator("form[action$='/resend']").count()).isEqualTo(1);
        }
    }

    @Test
    void theMailsToAnAddressAreFoundWithTheirActivity() {
        try (Chromium chromium = Chromium.started();
                BrowserContext device = signedIn(chromium, new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = device.newPage();
            page.navigate(address(""));
            page.fill("input[name=email]", Story.address(somebody).toUpperCase(Locale.ROOT));
            page.click("form[action$='/search'] button");

            assertThat(page.locator("main li").count()).isEqualTo(1);
            assertThat(page.locator("main li").textContent())
                    .contains(Story.address(somebody), "Confirmation", "Caring for collections");
            page.click("main li a");
            page.click("main p.soft a");
            assertThat(page.locator("h1").textContent()).isEqualTo("Caring for collections");
            assertThat(page.locator("main table").first().textContent()).contains("Reminder", "Live session");
        }
    }

    @Test
    void anAddressThatWorksAgainIsWrittenTo() {
        suppressions.add(AddressKey.of(Story.address(somebody)));
        try (Chromium chromium = Chromium.started();
                BrowserContext device = signedIn(chromium, new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = device.newPage();
            page.navigate(address("?status=FAILED&activity=" + story.activity));
            page.click("main li a");
            assertThat(page.locator("main").textContent()).contains("Nothing is sent to this address any more");
            assertThat(page.locator("form[action$='/retry']").count()).isZero();
            page.click("form[action$='/lifting'] button");
            eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
            page.reload();

            assertThat(page.locator("form[action$='/lifting']").count()).isZero();
        }
    }

    @Test
    void whatIsNotThereIsSaidOnAPage() {
        try (Chromium chromium = Chromium.started();
                BrowserContext device = signedIn(
                        chromium,
                        new Browser.NewContextOptions().setLocale("fr").setBypassCSP(true))) {
            Page page = device.newPage();
            for (String nothing : List.of("/999999999", "/nothing", "?cursor=nothing", "?activity=nothing-there")) {
                int status = page.navigate(address(nothing)).status();
                assertThat(status).as(nothing).isIn(400, 404);
                assertThat(page.locator("h1").textContent()).as(nothing).contains("pas possible");
            }
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    @Test
    void screenReadersFindTheirWayInEachLanguageAndWhoHasNotSignedInSeesNothing() {
        try (Chromium chromium = Chromium.started()) {
            for (String language : List.of("en", "fr", "es", "de", "pt", "sl")) {
                try (BrowserContext device = signedIn(
                        chromium,
                        new Browser.NewContextOptions().setLocale(language).setBypassCSP(true))) {
                    Page page = device.newPage();
                    page.navigate(address("?activity=" + story.activity));
                    assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
                    assertThat(page.content()).doesNotContain("??");
                    assertThat(Accessibility.violations(page)).isEmpty();
                    page.click("main li a");
                    assertThat(page.content()).doesNotContain("??");
                    assertThat(Accessibility.violations(page)).isEmpty();
                    device.clearCookies();
                    page.navigate(address(""));
                    assertThat(page.url()).contains("/sign-in?to=");
                }
            }
        }
    }

    private BrowserContext signedIn(Chromium chromium, Browser.NewContextOptions options) {
        BrowserContext device = chromium.browser().newContext(options);
        var session = sessions.begin("organizer", "organizer-of-tests", false).orElseThrow();
        device.addCookies(
                List.of(new Cookie(session.getName(), session.getValue()).setUrl("http://localhost:" + port)));
        return device;
    }

    private String address(String query) {
        return "http://localhost:" + port + "/organizer/deliveries" + query;
    }
}

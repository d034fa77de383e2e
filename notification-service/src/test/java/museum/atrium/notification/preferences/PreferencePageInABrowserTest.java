package museum.atrium.notification.preferences;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.testing.Accessibility;
import museum.atrium.testing.Chromium;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a link that stops mails, in a real browser. */
class PreferencePageInABrowserTest extends WithInbox {

    @LocalServerPort
    int port;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void somebodyIsRegistered() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
    }

    @Test
    void screenReadersAndSmallPhonesHaveItInEachLanguageThatIsChosenThere() {
        try (Chromium chromium = Chromium.started();
                var device = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(320, 640)
                                .setBypassCSP(true))) {
            Page page = device.newPage();
            for (String language : List.of("en", "fr", "es", "de", "pt", "sl")) {
                device.clearCookies();
                device.addCookies(List.of(new Cookie("atrium-language", language).setUrl("http://localhost:" + port)));
                page.navigate(address());
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(Accessibility.violations(page)).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void mailsAreStoppedByKeyboardAndWithoutScripts() {
        try (Chromium chromium = Chromium.started();
                var device =
                        chromium.browser().newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = device.newPage();
            page.navigate(address());
            page.locator("main form button").first().press("Enter");

            assertThat(page.locator("[role=status]").isVisible()).isTrue();
            announcer.tell(story.message(UUID.randomUUID(), somebody));
            eventually(() -> assertThat(outbound.of(somebody)).contains("MESSAGE DROPPED"));
        }
    }

    private String address() {
        return "http://localhost:" + port + "/unsubscribe/" + ManageLinks.unsubscribing(somebody, Topic.MESSAGES);
    }
}

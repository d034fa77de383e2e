package museum.atrium.registration.showcase;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.testing.Accessibility;
import museum.atrium.testing.Chromium;
import museum.atrium.testing.Device;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What participants see, in a real browser: by keyboard, without scripts, on a phone, and as screen readers have it. */
@RegistrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInABrowserTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    private Chromium chromium;
    private String service;
    private Device device;
    private List<String> pages;

    @BeforeAll
    void thereIsSomethingToSee(@LocalServerPort int port) {
        chromium = Chromium.started();
        device = Device.of(chromium, new Browser.NewContextOptions());
        service = "http://localhost:" + port;
        expect(201, api.organizer(HttpMethod.POST, "/networks", """
                {"slug": "seen-network", "name": "Example Network", "imprint": {"en": "Example Network, 1 Museum Square"},
                 "privacyNotice": {"text": {"en": "We keep it for a year."}}}
                """));
        expect(201, api.organizer(HttpMethod.POST, "/series", """
                {"slug": "lit-series", "title": {"en": "Talks about light", "fr": "Parler de la lumière"}, "network": "seen-network"}
                """));
        api.publish(api.webinar(
                "seen",
                draft -> draft.put("network", "seen-network")
                        .put("series", "lit-series")
                        .put("kind", "CONFERENCE")
                        .setAll((ObjectNode) JSON.readTree("""
                        {"summary": {"en": "One hour on storage."}, "capacity": 12, "waitlist": true,
                         "speakers": [{"name": "Ana Example", "affiliation": "City Museum", "country": "PT"}, {"name": "Jo Example", "country": "CO"}],
                         "organizations": [{"name": "Example House", "role": "HOST", "website": "https://house.example.org"}],
                         "questions": [{"id": "hope", "kind": "TEXT", "label": {"en": "What do you hope for?"}, "required": false}]}
                        """))
                        .set(
                                "sessions",
                                JSON.valueToTree(List.of(
                                        Api.session(clock.instant().plus(8, ChronoUnit.DAYS)),
                                        Api.session(clock.instant().plus(9, ChronoUnit.DAYS)))))));
        expect(202, api.signUp("seen", "ana@seen.example.org"));
        String own = "/registrations/" + api.manageToken("seen", "ana@seen.example.org");
        pages = List.of(
                "/programme",
                "/programme?when=past&q=light",
                "/programme/seen",
                "/programme/series/lit-series",
                "/networks/seen-network",
                "/reader",
                "/registrations/recover",
                "/certificates",
                "/certificates?code=0000-0000-0000-0000",
                "/programme/nothing-there",
                own);
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOfAndNobodyElseWasAsked() {
        device.close();
        assertThat(device.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "de", "pt", "sl"})
    void screenReadersFindTheirWayOnEachPageInBothColourSchemes(String language) {
        device = Device.of(
                chromium, new Browser.NewContextOptions().setLocale(language).setBypassCSP(true));
        Page page = device.page();
        for (String address : pages) {
            if (address.startsWith("/registrations/") && !address.endsWith("/recover")) {
                // One's own page is in the language of one's mails until one chooses another.
                device.context().addCookies(List.of(new Cookie("atrium-language", language).setUrl(service)));
            }
            page.navigate(service + address);
            assertThat(page.locator("html").getAttribute("lang")).as(address).startsWith(language);
            assertThat(page.content()).as(address).doesNotContain("??");
            assertThat(Accessibility.violations(page)).isEmpty();
        }
        device.forgive("404");
    }

    @Test
    void eachPageFitsASmallPhoneAndOneThatIsEnlarged() {
        device = Device.of(chromium, new Browser.NewContextOptions().setViewportSize(320, 640));
        Page page = device.page();
        for (String address : pages) {
            page.navigate(service + address);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 320"))
                    .as(address)
                    .isEqualTo(true);
        }
        device.forgive("404");
    }

    @Test
    void theWholePageOfTheProgrammeIsLight() {
        device = Device.of(chromium, new Browser.NewContextOptions());
        Page page = device.page();
        page.navigate(service + "/programme");

        Object bytes = page.evaluate("""
                [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .reduce((sum, one) => sum + one.transferSize, 0)""");
        assertThat(((Number) bytes).intValue()).isBetween(1_000, 100_000);
    }

    @Test
    void somebodySignsUpByKeyboardAlone() {
        device = Device.of(
                chromium, new Browser.NewContextOptions().setLocale("en-GB").setTimezoneId("America/Bogota"));
        Page page = device.page();
        page.navigate(service + "/programme/seen");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        tabTo(page, "name");
        page.keyboard().type("Kay Example");
        tabTo(page, "email");
        page.keyboard().type("kay@seen.example.org");
        assertThat(page.locator("#sign-up select[name=timeZone]").inputValue())
                .as("where the browser is")
                .isEqualTo("America/Bogota");
        page.keyboard().press("Enter");

        page.waitForURL("**/registrations**");
        assertThat(page.locator("h1").textContent()).contains("Please look into your mailbox");
        assertThat(api.manageToken("seen", "kay@seen.example.org")).isNotBlank();
    }

    @Test
    void timesAreTheReadersWithoutTheirDoingAnything() {
        device = Device.of(
                chromium, new Browser.NewContextOptions().setLocale("fr").setTimezoneId("Asia/Tokyo"));
        Page page = device.page();
        page.navigate(service + "/programme/seen");
        page.waitForFunction("document.querySelector('time').textContent.includes('Asia/Tokyo')");

        assertThat(page.locator("#content").textContent()).contains("Heure locale des organisateurs", "Europe/Paris");
        page.navigate(service + "/programme");
        assertThat(page.locator("li time").first().textContent()).contains("Asia/Tokyo");
    }

    @Test
    void whatWasWrittenAndNotSentIsNotLostWithoutAsking() {
        device = Device.of(chromium, new Browser.NewContextOptions().setLocale("en-GB"));
        Page page = device.page();
        page.navigate(service + "/programme/seen");
        List<String> asked = new ArrayList<>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        page.locator("input[name=name]").click();
        page.keyboard().type("Lea");
        page.locator(".colophon button[lang=fr]").click(new Locator.ClickOptions().setNoWaitAfter(true));
        page.waitForCondition(() -> !asked.isEmpty());

        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.locator("input[name=name]").inputValue()).isEqualTo("Lea");
        page.fill("input[name=email]", "lea@seen.example.org");
        page.locator("#sign-up textarea").first().fill("Light");
        page.click("#sign-up button[type=submit]");
        page.waitForURL("**/programme/seen/registrations#sign-up");
        assertThat(asked).as("what is sent is not lost").hasSize(1);
    }

    @Test
    void withoutScriptsOneChoosesLanguageAndTimeZoneByHand() {
        device = Device.of(
                chromium, new Browser.NewContextOptions().setLocale("en-GB").setJavaScriptEnabled(false));
        Page page = device.page();
        page.navigate(service + "/programme/seen");
        assertThat(page.locator("time").first().textContent()).contains("Europe/Paris");
        page.locator(".colophon button[lang=de]").click();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        assertThat(page.url()).endsWith("/programme/seen");
        page.locator(".colophon a").click();
        page.locator("select[name=timeZone]").selectOption("Asia/Tokyo");
        page.locator("main button").click();

        assertThat(page.url()).endsWith("/programme/seen");
        assertThat(page.locator("time").first().textContent()).contains("Asia/Tokyo");
        page.navigate(service + "/programme");
        page.locator("input[name=q]").fill("nothing like it");
        page.locator(".filter button").click();
        assertThat(page.locator("[role=status]").textContent()).contains("Gefunden: 0");
    }

    private void tabTo(Page page, String field) {
        for (int i = 0; i < 40; i++) {
            if (page.evaluate("document.activeElement.name").equals(field)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not get to '" + field + "'");
    }
}

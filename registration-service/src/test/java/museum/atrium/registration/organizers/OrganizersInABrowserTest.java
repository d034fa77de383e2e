package museum.atrium.registration.organizers;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.testing.Accessibility;
import museum.atrium.testing.Chromium;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What organisers see and do, in a real browser. */
@RegistrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganizersInABrowserTest {

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    private final List<String> complaints = new ArrayList<>();
    private Chromium chromium;
    private String service;
    private BrowserContext device;

    @BeforeAll
    void thereIsSomethingToLookAfter(@LocalServerPort int port) {
        chromium = Chromium.started();
        service = "http://localhost:" + port;
        device = browser(new Browser.NewContextOptions());
        api.publish(
                api.webinar("looked-after", draft -> draft.put("approval", true).put("capacity", 12)));
        expect(202, api.signUp("looked-after", "ana@looked-after.example.org"));
        expect(202, api.signUp("looked-after", "ben@looked-after.example.org"));
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothingWasComplainedOf() {
        device.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void whoHasNotSignedInIsShownWhereToAndComesToWhatTheyAskedFor() {
        device = browser(new Browser.NewContextOptions().setLocale("en-GB"));
        Page page = page();

        page.navigate(service + "/organizer/activities/looked-after/statistics");
        assertThat(page.url()).contains("/sign-in?to=");
        page.fill("input[name=name]", "organizer");
        page.fill("input[name=password]", "wrong");
        page.click("main button");
        assertThat(page.locator("[role=alert]").textContent()).contains("do not belong together");
        page.fill("input[name=password]", Api.PASSWORD);
        page.click("main button");
        assertThat(page.url()).endsWith("/organizer/activities/looked-after/statistics");
        page.click(".leave button");
        assertThat(page.url()).endsWith("/sign-in");
        page.navigate(service + "/organizer/activities");
        assertThat(page.url()).contains("/sign-in?to=");
        complaints.removeIf(complaint -> complaint.contains("403"));
    }

    @Test
    void anActivityIsWrittenPublishedAndItsSessionMoved() {
        Page page = signedIn("en-GB", true);
        page.click("a[href='/organizer/new']");
        page.fill("input[name=slug]", "from-the-page");
        page.fill("input[name='title.en']", "From the page");
        page.click("summary:has-text('French')");
        page.fill("input[name='title.fr']", "Depuis la page");
        page.fill("input[name=capacity]", "20");
        page.check("input[name=waitlist]");
        page.fill("input[name=reminders]", "2 d, 30 min");
        page.fill("textarea[name=speakers]", "Ana Example; City Museum; PT\nJo Example");
        page.click("main form button");
        assertThat(page.url()).endsWith("/organizer/activities/from-the-page");
        page.click("a[href$='/sessions/new']");
        String day = clock.instant()
                .plus(10, ChronoUnit.DAYS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        page.fill("input[name='title.en']", "Live");
        page.fill("input[name=startsAt]", day + "T14:00");
        page.fill("input[name=endsAt]", day + "T13:00");
        page.selectOption("select[name=timeZone]", "Europe/Paris");
        page.click("main form button");
        assertThat(page.locator("[role=alert]").textContent()).contains("endsAt");
        assertThat(page.inputValue("input[name=startsAt]"))
                .as("what was written is not lost")
                .isEqualTo(day + "T14:00");
        page.fill("input[name=endsAt]", day + "T15:00");
        page.click("main form button");
        page.click("form[action$='/publication'] button");

        assertThat(page.locator(".state").textContent()).contains("Published");
        var told = expect(200, api.get("/api/activities/from-the-page"));
        assertThat(told.at("/speakers/1/name").asString()).isEqualTo("Jo Example");
        page.click("a[href$='/edit']");
        page.fill("input[name='title.fr']", "Depuis cette page");
        page.click("main form button");
        var edited = expect(200, api.organizer(HttpMethod.GET, "/activities/from-the-page", null));
        assertThat(edited.at("/title/fr").asString()).isEqualTo("Depuis cette page");
        assertThat(edited.at("/waitlist").asBoolean()).isTrue();
        assertThat(edited.at("/reminders/0").asString()).isEqualTo("P2D");
        assertThat(edited.at("/reminders/1").asString()).isEqualTo("PT30M");
        assertThat(page.locator("section time").count())
                .as("the reminders to come")
                .isEqualTo(2);
        page.click("a[href^='/organizer/sessions/']");
        page.fill("input[name=startsAt]", day + "T16:00");
        page.fill("input[name=endsAt]", day + "T17:00");
        page.click("main > form button");
        assertThat(page.locator("time").first().textContent()).contains("16:00");
        page.click("summary");
        page.fill("input[name=reason]", "Strike");
        page.click("form[action$='/cancellation'] button");
        assertThat(page.locator(".state").textContent()).contains("Cancelled");
        complaints.removeIf(complaint -> complaint.contains("422"));
    }

    @Test
    void whatIsSavedWithoutAChangeIsAsItWas() {
        api.publish(api.webinar("saved-again", draft -> {
            draft.put("language", "it").put("waitlist", true).put("capacity", 7);
            draft.putObject("title")
                    .put("it", "Conservare")
                    .put("en", "Keeping")
                    .put("nl", "Bewaren");
            draft.putArray("reminders").add("P1DT2H").add("PT45S");
            draft.putArray("allowedDomains").add("example.org");
            ((ObjectNode) draft.at("/sessions/0")).put("timeZone", "Etc/GMT+5");
        }));
        JsonNode before = stored("saved-again");
        Page page = signedIn("en-GB", false);
        for (String form : List.of("a[href$='/edit']", "a[href^='/organizer/sessions/']")) {
            page.navigate(service + "/organizer/activities/saved-again");
            page.click(form);
            page.click("main > form button");
            assertThat(page.url()).endsWith("/organizer/activities/saved-again");
        }

        assertThat(stored("saved-again")).isEqualTo(before);
    }

    /** But for how often it was saved. */
    private JsonNode stored(String slug) {
        ObjectNode activity = (ObjectNode) expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug, null))
                .at("");
        activity.remove("revision");
        activity.at("/sessions").forEach(session -> ((ObjectNode) session).remove("revision"));
        return activity;
    }

    @Test
    void whoAskedForAPlaceIsApprovedAndWrittenTo() {
        Page page = signedIn("en-GB", false);
        page.navigate(service + "/organizer/activities/looked-after/registrations?q=ana@looked-after");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        page.check("tbody input[type=checkbox]");
        page.click("button[value=APPROVE]");
        assertThat(page.locator(".done").textContent()).contains("Done for 1");
        assertThat(page.locator("tbody").textContent()).contains("Confirmed");

        page.click("a[href$='/messages']");
        page.fill("input[name='subject.en']", "Before we begin");
        page.fill("textarea[name='text.en']", "Bring something to write.");
        page.selectOption("select[name=status]", "CONFIRMED");
        page.click("button[value=preview]");
        assertThat(page.locator("section").textContent()).contains("Recipients: 1", "Bring something to write.");
        page.click("button[value=send]");
        assertThat(page.locator("main ul li").first().textContent()).contains("Before we begin");
    }

    @Test
    void whatIsAskedBesideIsWrittenAndKeepsWhatWasAnswered() {
        api.publish(api.webinar("asked-beside", draft -> {}));
        Page page = signedIn("en-GB", false);
        page.navigate(service + "/organizer/activities/asked-beside");
        page.click("a[href$='/questions']");
        page.fill("input[name='q0.label.en']", "Which day?");
        page.selectOption("select[name='q0.kind']", "CHOICE");
        page.fill("textarea[name='q0.options.en']", "Monday");
        page.click("main form button");
        assertThat(page.locator("[role=alert]").textContent()).contains("must be two at least");
        page.fill("textarea[name='q0.options.en']", "Monday\nTuesday\n");
        page.check("input[name='q0.required']");
        page.click("main form button");
        assertThat(page.locator(".saved").isVisible()).isTrue();
        JsonNode first = question("asked-beside");
        assertThat(first.at("/options/1/label/en").asString()).isEqualTo("Tuesday");

        page.fill("textarea[name='q0.options.en']", "Sunday\nMonday\nTuesday or later");
        page.fill("input[name='q1.label.en']", "Why?");
        page.click("main form button");
        JsonNode then = question("asked-beside");
        assertThat(then.at("/id")).isEqualTo(first.at("/id"));
        assertThat(then.at("/options/1/id")).isEqualTo(first.at("/options/0/id"));
        assertThat(then.at("/options/0/id").asString())
                .isNotIn(
                        first.at("/options/0/id").asString(),
                        first.at("/options/1/id").asString());
        page.check("input[name='q0.removed']");
        page.click("main form button");
        assertThat(question("asked-beside").at("/label/en").asString()).isEqualTo("Why?");
        page.navigate(service + "/programme/asked-beside");
        assertThat(page.locator("main").textContent()).contains("Why?").doesNotContain("Which day?");
        complaints.removeIf(complaint -> complaint.contains("422"));
    }

    private JsonNode question(String slug) {
        return expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug, null))
                .at("/questions/0");
    }

    @Test
    void aTableIsLookedAtBeforeItIsImported() {
        api.publish(api.webinar("imported-to", draft -> {}));
        Page page = signedIn("en-GB", true);
        page.navigate(service + "/organizer/activities/imported-to/registrations/import");
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "people.csv",
                        "text/csv",
                        "name,email\nKim,kim@imported-to.example.org\nKim,kim@imported-to.example.org\n"
                                .getBytes(StandardCharsets.UTF_8)));
        PlaywrightAssertions.assertThat(page.locator("textarea")).not().hasValue("");
        page.click("button[value=look]");
        assertThat(page.locator(".done").textContent()).contains("nothing is stored yet", "Line 3");
        assertThat(found(page(), "kim")).isZero();
        page.click("button[value=import]");
        assertThat(found(page, "kim")).isEqualTo(1);
    }

    @Test
    void anotherSiteHasTheBrowserChangeNothing() {
        Page page = signedIn("en-GB", false);
        int status = page.request()
                .post(
                        service + "/organizer/activities/looked-after/cancellation",
                        RequestOptions.create().setForm(FormData.create().set("reason", "none")))
                .status();

        assertThat(status).isEqualTo(403);
        assertThat(expect(200, api.get("/api/activities/looked-after"))
                        .at("/status")
                        .asString())
                .isEqualTo("PUBLISHED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "de", "pt", "sl"})
    void screenReadersFindTheirWayOnEachPageInBothColourSchemes(String language) {
        device = browser(new Browser.NewContextOptions().setLocale(language).setBypassCSP(true));
        Page page = page();
        page.navigate(service + "/sign-in");
        assertThat(Accessibility.violations(page)).isEmpty();
        signIn(page);
        String one = "/organizer/activities/looked-after";
        for (String address : List.of(
                "/organizer/activities",
                "/organizer/new",
                one,
                one + "/edit",
                one + "/questions",
                one + "/sessions/new",
                one + "/registrations",
                one + "/registrations/import",
                one + "/messages",
                one + "/statistics",
                "/organizer/activities/nothing-there")) {
            page.navigate(service + address);
            assertThat(page.locator("html").getAttribute("lang")).as(address).startsWith(language);
            assertThat(page.content()).as(address).doesNotContain("??");
            assertThat(Accessibility.violations(page)).as(address).isEmpty();
        }
        complaints.removeIf(complaint -> complaint.contains("404"));
    }

    private int found(Page page, String words) {
        page.navigate(service + "/organizer/activities/imported-to/registrations?q=" + words);
        return page.locator("tbody tr").count();
    }

    private Page signedIn(String language, boolean scripts) {
        device = browser(new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(scripts));
        Page page = page();
        page.navigate(service + "/sign-in");
        signIn(page);
        return page;
    }

    private static void signIn(Page page) {
        page.fill("input[name=name]", "organizer");
        page.fill("input[name=password]", Api.PASSWORD);
        page.click("main button");
        page.waitForURL("**/organizer/activities");
    }

    private BrowserContext browser(Browser.NewContextOptions options) {
        complaints.clear();
        return chromium.browser().newContext(options);
    }

    private Page page() {
        Page page = device.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!"localhost".equals(URI.create(request.url()).getHost())) {
                complaints.add("asked for " + request.url());
            }
        });
        return page;
    }
}

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
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

    private Chromium chromium;
    private String service;
    private Device device;

    @BeforeAll
    void thereIsSomethingToLookAfter(@LocalServerPort int port) {
        chromium = Chromium.started();
        service = "http://localhost:" + port;
        device = Device.of(chromium, new Browser.NewContextOptions());
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
        assertThat(device.complaints()).isEmpty();
    }

    @Test
    void whoHasNotSignedInIsShownWhereToAndComesToWhatTheyAskedFor() {
        device = Device.of(chromium, new Browser.NewContextOptions().setLocale("en-GB"));
        Page page = device.page();

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
        device.forgive("403");
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
        assertThat(page.url()).endsWith("/organizer/activities/from-the-page?saved");
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
        assertThat(page.locator("[role=alert]").textContent()).contains("Ends: must be after");
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
        device.forgive("422");
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
            draft.put("registrationOpensAt", "2020-01-01T10:00:07.123456Z");
            var questions = draft.putArray("questions");
            ObjectNode choice = questions.addObject().put("id", "day").put("kind", "CHOICE");
            choice.putObject("label").put("it", "Quando?").put("nl", "Wanneer?");
            choice.putObject("help").put("it", "Una riga.\nUn'altra.");
            var options = choice.putArray("options");
            options.addObject()
                    .put("id", "a")
                    .putObject("label")
                    .put("it", "Uno")
                    .put("en", "One");
            options.addObject().put("id", "b").putObject("label").put("it", "Due");
            ObjectNode number =
                    questions.addObject().put("id", "n").put("kind", "NUMBER").put("max", 1e20);
            number.putObject("label").put("zh-Hant", "\u591a\u5c11");
            draft.putObject("summary").put("it", "Due righe.\nE un'altra.");
            draft.put("registrationClosesAt", "2029-02-01T10:00:30Z");
            draft.putArray("speakers")
                    .addObject()
                    .put("name", "Ana; of the museum")
                    .put("country", "PT");
            ObjectNode organization = draft.putArray("organizations")
                    .addObject()
                    .put("name", "Example Museum")
                    .put("role", "HOST");
            organization
                    .putObject("logo")
                    .put("url", "https://example.org/logo.png")
                    .putObject("alt")
                    .put("en", "Example Museum");
            ((ObjectNode) draft.at("/sessions/0")).put("timeZone", "Etc/GMT+5");
        }));
        JsonNode before = stored("saved-again");
        Page page = signedIn("en-GB", false);
        for (String form : List.of("a[href$='/edit']", "a[href^='/organizer/sessions/']", "a[href$='/questions']")) {
            page.navigate(service + "/organizer/activities/saved-again");
            page.click(form);
            page.click("main > form button");
            assertThat(page.url()).endsWith("?saved");
        }

        assertThat(stored("saved-again")).isEqualTo(before);
    }

    @Test
    void whatIsChangedLeavesTheRestAsItIs() {
        api.publish(api.webinar("changed-a-little", draft -> {
            draft.putArray("speakers")
                    .addObject()
                    .put("name", "Ana; of the museum")
                    .put("affiliation", "A; B");
            var organizations = draft.putArray("organizations");
            for (String name : List.of("First", "Second", "Third", "Third")) {
                organizations
                        .addObject()
                        .put("name", name)
                        .put("role", "PARTNER")
                        .putObject("logo")
                        .put("url", "https://example.org/" + organizations.size() + ".png")
                        .putObject("alt")
                        .put("en", name);
            }
        }));
        Page page = signedIn("en-GB", false);
        page.navigate(service + "/organizer/activities/changed-a-little/edit");
        page.fill("input[name='o0.name']", "");
        page.fill("input[name='o1.name']", "Second of its name");
        page.fill("input[name='o4.name']", "Fourth");
        page.selectOption("select[name='o4.role']", "SUPPORTER");
        page.fill("textarea[name=speakers]", page.inputValue("textarea[name=speakers]") + "\nBen");
        page.fill("input[name=registrationClosesAt]", "2029-02-01T10:00");
        page.click("main > form button");

        JsonNode changed = stored("changed-a-little");
        assertThat(changed.at("/organizations").size()).isEqualTo(4);
        assertThat(changed.at("/organizations/0/name").asString()).isEqualTo("Second of its name");
        assertThat(changed.at("/organizations/0/logo/url").asString()).isEqualTo("https://example.org/2.png");
        assertThat(changed.at("/organizations/1/logo/url").asString()).isEqualTo("https://example.org/3.png");
        assertThat(changed.at("/organizations/2/logo/url").asString()).isEqualTo("https://example.org/4.png");
        assertThat(changed.at("/organizations/3/role").asString()).isEqualTo("SUPPORTER");
        assertThat(changed.at("/organizations/3/logo").isNull()).isTrue();
        assertThat(changed.at("/speakers/0/affiliation").asString()).isEqualTo("A; B");
        assertThat(changed.at("/speakers/1/name").asString()).isEqualTo("Ben");
        assertThat(changed.at("/speakers/0/name").asString()).isEqualTo("Ana; of the museum");
        ZoneId place = ZoneId.of(changed.at("/sessions/0/timeZone").asString());
        assertThat(Instant.parse(changed.at("/registrationClosesAt").asString()))
                .isEqualTo(LocalDateTime.of(2029, 2, 1, 10, 0).atZone(place).toInstant());
    }

    @Test
    void whoWritesOverSomebodyElseIsToldOnce() {
        api.publish(api.webinar("written-twice", draft -> draft.put("capacity", 10)));
        Page page = signedIn("en-GB", false);
        page.navigate(service + "/organizer/activities/written-twice/edit");
        expect(200, api.organizer(HttpMethod.PATCH, "/activities/written-twice", "{\"capacity\": 20}"));
        page.fill("input[name='title.en']", "Of mine");
        page.click("main > form button");

        assertThat(page.locator("[role=alert]").textContent()).contains("Somebody has changed this activity");
        assertThat(stored("written-twice").at("/capacity").asInt()).isEqualTo(20);
        assertThat(page.inputValue("input[name='title.en']")).isEqualTo("Of mine");
        page.click("main > form button");
        assertThat(stored("written-twice").at("/title/en").asString()).isEqualTo("Of mine");
        device.forgive("409");
    }

    @Test
    void ofSomeWhoSaveAtTheSameMomentOnlyOneIsNotTold() {
        api.publish(api.webinar("saved-at-once", draft -> {}));
        String seen = String.valueOf(expect(200, api.organizer(HttpMethod.GET, "/activities/saved-at-once", null))
                .at("/revision")
                .asLong());
        RestClient organizer = RestClient.builder()
                .baseUrl(service)
                .defaultHeaders(headers -> headers.setBasicAuth("organizer", Api.PASSWORD))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = IntStream.range(0, 5)
                    .mapToObj(one -> people.submit(() -> organizer
                            .post()
                            .uri("/organizer/activities/saved-at-once/edit")
                            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                            .body("revision=" + seen + "&language=en&title.en=Title" + one)
                            .retrieve()
                            .toBodilessEntity()
                            .getStatusCode()
                            .value()))
                    .toList()
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();

            assertThat(answers)
                    .as("200: led to its page")
                    .containsOnlyOnce(200)
                    .filteredOn(answer -> answer == 409)
                    .hasSize(4);
        }
    }

    @Test
    void whoIsLookedForByAPlusIsInTheFile() {
        Page page = signedIn("en-GB", false);
        page.navigate(service + "/organizer/activities/looked-after/registrations?q=a%2Bb%7Bc");
        assertThat(page.locator("a[href*='.csv']").getAttribute("href")).endsWith("?q=a%2Bb%7Bc");
    }

    @Test
    void aMessageThatWasChangedAfterTheLookIsLookedAtOnceMore() {
        api.publish(api.webinar("written-otherwise", draft -> {}));
        expect(202, api.signUp("written-otherwise", "ana@written-otherwise.example.org"));
        Page page = signedIn("en-GB", false);
        page.navigate(service + "/organizer/activities/written-otherwise/messages");
        page.fill("input[name='subject.en']", "First");
        page.fill("textarea[name='text.en']", "Text.");
        page.click("button[value=preview]");
        page.fill("input[name='subject.en']", "Second");
        page.click("button[value=send]");
        assertThat(page.locator("section").textContent()).contains("You have changed it since you looked", "Second");
        page.click("button[value=send]");
        assertThat(page.locator("main ul li").first().textContent()).contains("Second");
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
        device.forgive("422");
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
        assertThat(found(device.page(), "kim")).isZero();
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

    @Test
    void whoWasSignedOutMeanwhileIsToldSoOnAPage() {
        Page page = signedIn("fr", false);
        page.navigate(service + "/organizer/new");
        device.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("atrium-organizer"));
        page.fill("input[name='title.fr']", "Written in vain");
        page.click("main button[type=submit]");

        assertThat(page.locator(".problem").textContent()).contains("plus connecté");
        assertThat(page.locator(".problem a").getAttribute("href")).isEqualTo("/sign-in");
        assertThat(page.locator(".leave").count()).isZero();
        device.forgive("403");
    }

    @Test
    void whatAnOlderPageSendsIsRefusedOnAPage() {
        Page page = signedIn("en-GB", true);
        page.navigate(service + "/organizer/new");
        page.evaluate("document.querySelector('main input[name=_csrf]').value = 'x'");
        page.fill("input[name='title.en']", "Written in vain");
        page.click("main button[type=submit]");

        assertThat(page.locator(".problem").textContent()).contains("too old");
        assertThat(page.locator(".leave").count()).as("still signed in").isEqualTo(1);
        device.forgive("403");
    }

    @Test
    void anotherSiteSignsNobodyIn() {
        assertThat(status(
                        "/sign-in",
                        Map.of("name", "organizer", "password", Api.PASSWORD),
                        Map.of("Sec-Fetch-Site", "cross-site", "Accept", "text/html")))
                .isEqualTo(403);
        assertThat(status("/sign-in", Map.of("name", "organizer", "password", Api.PASSWORD), Map.of()))
                .isEqualTo(303);
    }

    @Test
    void aTimeThatClocksSkipIsNoTime() {
        Page page = signedIn("en-GB", true);
        page.navigate(service + "/organizer/activities/looked-after/sessions/new");
        page.locator("select[name=timeZone]").selectOption("Europe/Paris");
        page.fill("input[name=startsAt]", "2031-03-30T02:30");
        page.fill("input[name=endsAt]", "2031-03-30T04:30");
        page.click("main form[method=post] button");

        assertThat(page.locator(".problem").textContent()).contains("Begins", "clocks are put forward");
        device.forgive("422");
    }

    private int status(String address, Map<String, String> form, Map<String, String> headers) {
        device = Device.of(chromium, new Browser.NewContextOptions());
        FormData data = FormData.create();
        form.forEach(data::set);
        RequestOptions options = RequestOptions.create().setForm(data).setMaxRedirects(0);
        headers.forEach(options::setHeader);
        int status = device.context().request().post(service + address, options).status();
        device.close();
        return status;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "de", "pt", "sl"})
    void screenReadersFindTheirWayOnEachPageInBothColourSchemes(String language) {
        device = Device.of(
                chromium, new Browser.NewContextOptions().setLocale(language).setBypassCSP(true));
        Page page = device.page();
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
        device.forgive("404");
    }

    private int found(Page page, String words) {
        page.navigate(service + "/organizer/activities/imported-to/registrations?q=" + words);
        return page.locator("tbody tr").count();
    }

    private Page signedIn(String language, boolean scripts) {
        device = Device.of(
                chromium, new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(scripts));
        Page page = device.page();
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
}

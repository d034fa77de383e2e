package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.stack.Stack;
import museum.atrium.testing.Chromium;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody who has just started Atrium and has read nothing but its pages, in a real browser. */
@SystemTest
@Order(2)
class NewcomerIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final double PROCESSED_BY = Duration.ofMinutes(2).toMillis();

    /** Within twenty seconds. */
    private static final String PLAYS = """
            video => new Promise(told => {
              video.ontimeupdate = () => video.currentTime > 0 && told(true);
              setTimeout(() => told(false), 20000);
              video.muted = true;
              video.play().catch(why => told(String(why)));
            })""";

    private final Stack stack;
    private final Visitors visitors;

    NewcomerIT(Stack stack) {
        this.stack = stack;
        this.visitors = Visitors.of(stack);
    }

    @Test
    void organisesTakesPartIsToldOfAChangeAndWatchesWhatWasRecorded() {
        String slug = "newcomer-" + UUID.randomUUID();
        String email = slug + "@example.org";
        String day = Instant.now()
                .plus(20, ChronoUnit.DAYS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        try (Chromium chromium = Chromium.started();
                BrowserContext device = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setLocale("en-GB")
                                .setTimezoneId("Europe/Paris"))) {
            Page organiser = device.newPage();
            signsIn(organiser);
            writes(organiser, slug, day);

            Page participant = device.newPage();
            participant.navigate(at("/programme/" + slug));
            participant.fill("main input[name=name]", "Ana Example");
            participant.fill("main input[name=email]", email);
            participant.click("main button:has-text('Sign up')");
            eventually(SOON, () -> assertThat(visitors.inbox().count(email)).isEqualTo(1));
            ReceivedMail confirmation = visitors.inbox().allOf(email).getFirst();
            assertThat(confirmation.kind()).isEqualTo(MailKind.INVITATION);
            assertThat(confirmation.text()).contains("14:00");

            organiser.reload();
            organiser.click("a[href^='/organizer/sessions/']");
            organiser.fill("input[name=startsAt]", day + "T16:00");
            organiser.fill("input[name=endsAt]", day + "T17:00");
            organiser.click("main > form button");
            eventually(SOON, () -> assertThat(visitors.inbox().count(email)).isEqualTo(2));
            assertThat(visitors.inbox().allOf(email).getLast().text()).contains("16:00");

            organiser.click("a[href^='/organizer/deliveries?activity=']");
            assertThat(organiser.locator("main").textContent()).contains("Ana Example", email);
            assertThat(organiser.locator("tbody").first().textContent())
                    .as("what will be sent")
                    .contains("Reminder");

            records(organiser, slug);
            eventually(SOON, () -> assertThat(visitors.inbox().count(email)).isEqualTo(3));
            participant.navigate(
                    visitors.inbox().allOf(email).getLast().watchLink().orElseThrow());
            assertThat(participant.locator("video").evaluate(PLAYS)).isEqualTo(true);
        }
    }

    private void signsIn(Page page) {
        page.navigate(at("/organizer"));
        page.fill("input[name=name]", "organizer");
        page.fill("input[name=password]", stack.organizerPassword());
        page.click("main button");
    }

    private static void writes(Page page, String slug, String day) {
        page.click("a[href='/organizer/new']");
        page.fill("input[name=slug]", slug);
        page.fill("input[name='title.en']", "First steps");
        page.click("main form button");
        page.click("a[href$='/sessions/new']");
        page.fill("input[name='title.en']", "Live");
        page.fill("input[name=startsAt]", day + "T14:00");
        page.fill("input[name=endsAt]", day + "T15:00");
        page.selectOption("select[name=timeZone]", "Europe/Paris");
        page.click("main form button");
        page.click("form[action$='/publication'] button");
        assertThat(page.locator(".state").textContent()).contains("Published");
    }

    private static void records(Page page, String slug) {
        page.click("header a[href='/organizer/activities']");
        page.click("a[href='/organizer/activities/" + slug + "']");
        page.click("a[href^='/organizer/recordings?activity=']");
        page.fill("input[name=title]", "What we did");
        page.selectOption("select[name=access]", "REGISTRANTS");
        page.click("main > form[method=post] button");
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "clip.mp4", "video/mp4", SampleVideo.ofBytes(200_000).bytes()));
        page.click("form[data-upload] button");
        page.waitForSelector(
                "form[action$='/publication']", new Page.WaitForSelectorOptions().setTimeout(PROCESSED_BY));
        page.click("form[action$='/publication'] button");
        assertThat(page.locator(".state").textContent()).contains("Published");
    }

    private String at(String path) {
        return URI.create(stack.origin().toString()).resolve(path).toString();
    }
}

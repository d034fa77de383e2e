package museum.atrium.registration.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import museum.atrium.testing.Accessibility;
import museum.atrium.testing.Chromium;
import org.junit.jupiter.api.Test;

/** That what our pages are looked through with finds what there is to be found. */
class AccessibilityInABrowserTest {

    private static final String PAGE = """
            <!DOCTYPE html><html lang="en"><head><title>A page</title>
            <style>@media (prefers-color-scheme: dark) { body { background: #222; color: #eee; } .dim { color: #333; } }</style></head>
            <body><main><h1>A page</h1><p class="dim">Written</p>%s</main></body></html>
            """;

    @Test
    void whatIsMissingIsFoundOnceAndWhatIsDimInTheDarkIsFoundThere() {
        try (Chromium chromium = Chromium.started()) {
            Page page = chromium.browser().newPage();
            page.setContent(PAGE.formatted("<img src=\"data:,\">"));

            assertThat(Accessibility.violations(page))
                    .hasSize(2)
                    .anySatisfy(found -> assertThat(found).contains("light: Images must have alternative text"))
                    .anySatisfy(found -> assertThat(found).contains("dark: ").contains("color contrast"));
        }
    }

    @Test
    void aPageThatIsAsItShouldBeHasNothingToBeFound() {
        try (Chromium chromium = Chromium.started()) {
            Page page = chromium.browser().newPage();
            page.setContent(PAGE.replace("class=\"dim\"", "").formatted(""));

            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }
}

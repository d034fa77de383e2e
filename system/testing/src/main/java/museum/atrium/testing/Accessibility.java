package museum.atrium.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** What whoever sees or hears a page would stumble over, as far as axe-core finds it. */
public final class Accessibility {

    /** What they find depends on colours; all others see the same in the light and in the dark. */
    private static final List<String> RULES_OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    private Accessibility() {}

    /**
     * In the light and in the dark.
     *
     * @param page of a context that bypasses the page's own policy: axe is a script of somebody else
     * @return one line for each, with what is concerned
     */
    public static List<String> violations(Page page) {
        return Stream.concat(
                        found("light", axe(page), page), found("dark", axe(page).withRules(RULES_OF_COLOUR), page))
                .toList();
    }

    /** Our pages have no frames: without the mode for these, which gathers what it found on a second page. */
    private static AxeBuilder axe(Page page) {
        return new AxeBuilder(page).setLegacyMode(true);
    }

    private static Stream<String> found(String scheme, AxeBuilder axe, Page page) {
        CDPSession preferring = prefer(scheme, page);
        try {
            return axe.analyze().getViolations().stream()
                    .map(rule -> "%s, %s: %s %s".formatted(page.url(), scheme, rule.getHelp(), rule.getNodes()));
        } finally {
            preferring.detach();
        }
    }

    // Over the browser's own protocol: the version of Gson here writes the options of Playwright's call as it does not
    // read them. It holds as long as the session does.
    private static CDPSession prefer(String scheme, Page page) {
        JsonObject feature = new JsonObject();
        feature.addProperty("name", "prefers-color-scheme");
        feature.addProperty("value", scheme);
        JsonArray features = new JsonArray();
        features.add(feature);
        JsonObject media = new JsonObject();
        media.add("features", features);
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("Emulation.setEmulatedMedia", media);
        if (!Boolean.TRUE.equals(page.evaluate("matchMedia('(prefers-color-scheme: " + scheme + ")').matches"))) {
            throw new IllegalStateException("The browser does not show pages as in the " + scheme);
        }
        return browser;
    }
}

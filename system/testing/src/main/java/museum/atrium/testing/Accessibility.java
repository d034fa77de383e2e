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

    /** Only what is violated is written out, by its rule and with what violates it. */
    private static final String RUN = """
            async rules => {
              const only = rules.length == 0 ? {} : {runOnly: {type: 'rule', values: rules}};
              const found = await axe.run(document, {resultTypes: ['violations'], ...only});
              return found.violations.map(rule => rule.help + ': ' + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(', '));
            }""";

    /**
     * In the light and in the dark.
     *
     * @param page of a context that bypasses the page's own policy: axe is a script of somebody else
     * @return one line for each, with what is concerned
     */
    public static List<String> violations(Page page) {
        page.evaluate("() => {" + AxeBuilder.getAxeScript() + "}");
        return Stream.concat(found("light", List.of(), page), found("dark", RULES_OF_COLOUR, page))
                .toList();
    }

    /** @param rules none: all */
    private static Stream<String> found(String scheme, List<String> rules, Page page) {
        CDPSession preferring = prefer(scheme, page);
        try {
            return ((List<?>) page.evaluate(RUN, rules))
                    .stream().map(violation -> "%s, %s: %s".formatted(page.url(), scheme, violation));
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

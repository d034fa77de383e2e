package museum.atrium.benchmarks.pages;

import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Somebody who was never here opens a page: nothing of it is in the browser yet. */
final class Visits {

    // After its first paint the page tells when that was, and what came over the line for it by then and until it was
    // loaded.
    private static final String TIMES = """
            new Promise(done => {
              const tell = () => {
                const paint = performance.getEntriesByName('first-contentful-paint')[0];
                if (!paint || document.readyState !== 'complete') { setTimeout(tell, 5); return; }
                const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
                done([paint.startTime, all.reduce((sum, one) => sum + one.transferSize, 0), all.length].join(' '));
              };
              tell();
            })""";

    private final DevTools browser;

    Visits(DevTools browser) {
        this.browser = browser;
    }

    /**
     * One visit.
     *
     * @param milliseconds from asking for the page until something of it is seen
     * @param bytes of all that was fetched for it, as they came over the line
     * @param requests that it took
     */
    record Visit(double milliseconds, int bytes, int requests) {}

    Visit visit(URI page) {
        String context = browser.ask("Target.createBrowserContext", null, Map.of())
                .get("browserContextId")
                .asString();
        try {
            String target = browser.ask(
                            "Target.createTarget", null, Map.of("url", "about:blank", "browserContextId", context))
                    .get("targetId")
                    .asString();
            String session = browser.ask("Target.attachToTarget", null, Map.of("targetId", target, "flatten", true))
                    .get("sessionId")
                    .asString();
            JsonNode opened = browser.ask("Page.navigate", session, Map.of("url", page.toString()));
            if (opened.has("errorText")) {
                throw new IllegalStateException(page + ": " + opened.get("errorText"));
            }
            String[] told = browser.ask(
                            "Runtime.evaluate",
                            session,
                            Map.of("expression", TIMES, "awaitPromise", true, "returnByValue", true))
                    .at("/result/value")
                    .asString()
                    .split(" ");
            return new Visit(Double.parseDouble(told[0]), Integer.parseInt(told[1]), Integer.parseInt(told[2]));
        } finally {
            browser.ask("Target.disposeBrowserContext", null, Map.of("browserContextId", context));
        }
    }

    /** In milliseconds, the fastest first. */
    double[] times(URI page, int visits) {
        return IntStream.range(0, visits)
                .mapToDouble(number -> visit(page).milliseconds())
                .sorted()
                .toArray();
    }
}

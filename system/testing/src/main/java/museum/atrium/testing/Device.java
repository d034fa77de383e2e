package museum.atrium.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody's browser, which is watched while they use it.
 *
 * @param complaints errors on its pages' consoles, and whoever is asked for something and is not on this machine
 */
public record Device(BrowserContext context, List<String> complaints) implements AutoCloseable {

    public static Device of(Chromium chromium, Browser.NewContextOptions options) {
        return new Device(chromium.browser().newContext(options), new ArrayList<>());
    }

    public Page page() {
        Page page = context.newPage();
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

    /** What a test has the browser complain of. */
    public void forgive(String part) {
        complaints.removeIf(complaint -> complaint.contains(part));
    }

    @Override
    public void close() {
        context.close();
    }
}

package museum.atrium.registration.showcase;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.OpenPage;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** What is coming, for other sites to show inside their own pages. */
@OpenPage
class WidgetController {

    private static final Set<String> THEMES = Set.of("light", "dark");
    private static final int USUAL = 5;
    private static final int MOST = 20;

    private final Page page;
    private final Addresses addresses;
    private final Published published;

    WidgetController(Page page, Addresses addresses, Published published) {
        this.page = page;
        this.addresses = addresses;
        this.published = published;
    }

    /** @throws Refusal 400 naming the parameter that is wrong */
    @GetMapping("/programme/widget")
    ResponseEntity<String> widget(WidgetQuery query, HttpServletRequest call) {
        Reader reader = Reader.of(query.lang(), call);
        List<Activity> upcoming = published.upcoming(
                Slugs.checked("series", query.series()),
                Slugs.checked("network", query.network()),
                page.now(),
                limit(query.limit()));
        return page.of("widget", reader.wording())
                .with("theme", theme(query.theme()))
                .with(
                        "lines",
                        ProgrammeLine.of(upcoming, published.earlierStarts(upcoming), addresses, reader, page.now()))
                .framedByAnyone()
                .openAnswer();
    }

    /** As they were sent. A null stands for what is usual. */
    record WidgetQuery(
            @Nullable String series,
            @Nullable String network,
            @Nullable String limit,
            @Nullable String lang,
            @Nullable String theme) {}

    /** @return empty: as the reader's system has it */
    private static String theme(@Nullable String wanted) {
        if (wanted != null && !THEMES.contains(wanted)) {
            throw Refusal.badRequest("The parameter 'theme' must be 'light' or 'dark'.");
        }
        return wanted == null ? "" : wanted;
    }

    private static int limit(@Nullable String wanted) {
        if (wanted == null) {
            return USUAL;
        }
        if (!wanted.matches("[0-9]{1,2}") || Integer.parseInt(wanted) < 1 || Integer.parseInt(wanted) > MOST) {
            throw Refusal.badRequest("The parameter 'limit' must be a number from 1 to " + MOST + ".");
        }
        return Integer.parseInt(wanted);
    }
}

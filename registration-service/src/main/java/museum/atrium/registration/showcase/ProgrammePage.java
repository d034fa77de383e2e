package museum.atrium.registration.showcase;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SeriesList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows everyone what is coming, page by page, and which series there are. */
@Component
class ProgrammePage {

    private static final int LINES = 20;

    private final Page page;
    private final Addresses addresses;
    private final Published published;
    private final SeriesList series;

    ProgrammePage(Page page, Addresses addresses, Published published, SeriesList series) {
        this.page = page;
        this.addresses = addresses;
        this.published = published;
        this.series = series;
    }

    record Translation(String language, URI page) {}

    /**
     * @param number of the page, from 1 on
     * @param lang what the address asks for, which the next pages' addresses do as well
     * @throws Refusal 404 if there are not so many pages
     */
    Page.Content of(int number, @Nullable String lang, Reader reader) {
        List<Activity> found = published.toCome(page.now(), LINES + 1, (number - 1) * LINES);
        if (found.isEmpty() && number > 1) {
            throw Refusal.notFound("The programme has no page " + number + ".");
        }
        List<Activity> shown = found.subList(0, Math.min(LINES, found.size()));
        return page.of("upcoming", reader.wording())
                .with("lines", ProgrammeLine.of(shown, published.earlierStarts(shown), addresses, reader, page.now()))
                .with("series", series(reader))
                .with("number", number)
                .with("previous", number == 1 ? "" : address(number - 1, lang))
                .with("next", found.size() > LINES ? address(number + 1, lang) : "")
                .with("page", address(number, null))
                .with(
                        "translations",
                        Page.LANGUAGES.stream()
                                .map(language -> new Translation(language, address(number, language)))
                                .toList())
                .with("feed", addresses.at("/programme/feed.atom"));
    }

    private List<ActivityView.SeriesLine> series(Reader reader) {
        return series.all().stream()
                .map(one -> new ActivityView.SeriesLine(
                        reader.told(one.title(), one.language()), addresses.series(one.slug())))
                .toList();
    }

    private URI address(int number, @Nullable String lang) {
        String query = String.join(
                "&",
                Stream.of(number == 1 ? "" : "page=" + number, lang == null ? "" : "lang=" + lang)
                        .filter(parameter -> !parameter.isEmpty())
                        .toList());
        return addresses.at("/programme" + (query.isEmpty() ? "" : "?" + query));
    }
}

package museum.atrium.registration.showcase;

import java.util.List;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import org.springframework.stereotype.Component;

/** Shows a series to everyone. */
@Component
class SeriesPage {

    private final Page page;
    private final Addresses addresses;
    private final Published published;
    private final DataBlocks data;

    SeriesPage(Page page, Addresses addresses, Published published, DataBlocks data) {
        this.page = page;
        this.addresses = addresses;
        this.published = published;
        this.data = data;
    }

    Page.Content of(ShownSeries.Whole shown, Reader reader) {
        Activity series = shown.series();
        return page.of("series", reader.wording())
                .with("title", reader.told(series.title(), series.language()))
                .with("summary", reader.told(series.summary(), series.language()))
                .with("upcoming", lines(shown.upcoming(), reader))
                .with("past", lines(shown.past(), reader))
                .with("page", addresses.page(series))
                .with("calendar", addresses.calendar(series))
                .with("feed", addresses.at("/programme/feed.atom?series=" + series.slug()))
                .with("languages", Page.LANGUAGES)
                .with("data", data.of(shown, reader))
                .heldBy(series.network());
    }

    private List<ProgrammeLine> lines(List<Activity> activities, Reader reader) {
        return ProgrammeLine.of(activities, published.earlierStarts(activities), addresses, reader, page.now());
    }
}

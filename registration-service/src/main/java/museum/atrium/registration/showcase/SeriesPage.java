package museum.atrium.registration.showcase;

import java.time.ZoneId;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.signup.SubscriptionSheet;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

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

    /** As somebody finds it who comes to it. */
    Page.Content of(ShownSeries.Whole shown, Reader reader) {
        return content(shown, reader)
                .with("subscribe", SubscriptionSheet.empty(shown.series(), showing(shown, reader)));
    }

    /** As somebody sees it again whose subscription was not taken. */
    Page.Content refused(
            ShownSeries.Whole shown, Reader reader, MultiValueMap<String, String> fields, Refusal refusal) {
        return content(shown, reader)
                .with("subscribe", SubscriptionSheet.refused(shown.series(), showing(shown, reader), fields, refusal));
    }

    private static SubscriptionSheet.Showing showing(ShownSeries.Whole shown, Reader reader) {
        ZoneId own = reader.timeZone();
        ZoneId zone = own != null
                ? own
                : shown.upcoming().stream()
                        .flatMap(activity -> activity.scheduledSessions().stream())
                        .findFirst()
                        .map(Session::timeZone)
                        .orElse(ZoneId.of("UTC"));
        return new SubscriptionSheet.Showing(
                text -> reader.told(text, shown.series().language()), zone);
    }

    private Page.Content content(ShownSeries.Whole shown, Reader reader) {
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
                .with("slug", series.slug())
                .with("lang", reader.wording().toLanguageTag())
                .heldBy(series.network());
    }

    private List<ProgrammeLine> lines(List<Activity> activities, Reader reader) {
        return ProgrammeLine.of(activities, published.earlierStarts(activities), addresses, reader, page.now());
    }
}

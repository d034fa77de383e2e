package museum.atrium.registration.showcase;

import java.util.List;
import java.util.UUID;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.recordings.PublishedRecordings;
import org.springframework.stereotype.Component;

/** What everyone is told of an activity; {@link SignUpPage} has the form. */
@Component
class ActivityPage {

    private final Page page;
    private final Addresses addresses;
    private final Published published;
    private final PublishedRecordings recordings;
    private final DataBlocks data;

    ActivityPage(Page page, Addresses addresses, Published published, PublishedRecordings recordings, DataBlocks data) {
        this.page = page;
        this.addresses = addresses;
        this.published = published;
        this.recordings = recordings;
        this.data = data;
    }

    Page.Content of(Activity activity, Reader reader) {
        Announced announced = new Announced(activity, published.earlierStarts(List.of(activity)));
        ActivityView view = ActivityView.of(announced, addresses, reader, page.now());
        UUID id = activity.id().value();
        Page.Content content = page.of("activity", reader.wording())
                .with("activity", view)
                .with("recordings", recordings.of(List.of(id)).getOrDefault(id, List.of()))
                .with("page", addresses.page(activity))
                .with("calendar", addresses.calendar(activity))
                .with("feed", addresses.at("/programme/feed.atom"))
                .with("languages", Page.LANGUAGES)
                .with("data", data.of(activity, reader))
                .with("lang", reader.wording().toLanguageTag())
                .heldBy(activity.network());
        return view.cover() == null ? content : content.showing(view.cover().url());
    }
}

package museum.atrium.registration.showcase;

import java.util.List;
import java.util.UUID;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Organization;
import museum.atrium.registration.recordings.PublishedRecordings;
import org.jspecify.annotations.Nullable;
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
        return page.of("activity", reader.wording())
                .with("activity", view)
                .with("recordings", recordings.of(List.of(id)).getOrDefault(id, List.of()))
                .with("page", addresses.page(activity))
                .with("calendar", addresses.calendar(activity))
                .with("feed", addresses.at("/programme/feed.atom"))
                .with("languages", Page.LANGUAGES)
                .with("data", data.of(activity, reader))
                .with("lang", reader.wording().toLanguageTag())
                .picture("cover", activity.presentation().cover(), activity.language())
                .with("organizations", organizations(activity, reader))
                .heldBy(activity.network());
    }

    private List<OrganizationLine> organizations(Activity activity, Reader reader) {
        return activity.organizations().stream()
                .map(organization -> new OrganizationLine(
                        organization, page.shown(organization.logo(), activity.language(), reader.wording())))
                .toList();
    }

    /** @param logo null: there is none, or we do not have it yet */
    record OrganizationLine(Organization of, Page.@Nullable Shown logo) {}
}

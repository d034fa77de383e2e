package museum.atrium.registration.showcase;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SignUpState;
import museum.atrium.registration.recordings.PublishedRecordings;
import museum.atrium.registration.signup.SignUpSheet;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Shows an activity to everyone. */
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

    /** As somebody finds it who comes to it. */
    Page.Content of(Activity activity, Reader reader) {
        boolean open = EnumSet.of(SignUpState.OPEN, SignUpState.INTEREST, SignUpState.WAITLIST)
                .contains(activity.signUpState(page.now()));
        Page.Content content = content(activity, reader);
        return open ? content.with("signUp", SignUpSheet.empty(activity, showing(activity, reader))) : content;
    }

    /** As somebody sees it again whose sign-up was not taken. */
    Page.Content refused(Activity activity, Reader reader, MultiValueMap<String, String> fields, Refusal refusal) {
        return content(activity, reader)
                .with("signUp", SignUpSheet.refused(activity, showing(activity, reader), fields, refusal));
    }

    private SignUpSheet.Showing showing(Activity activity, Reader reader) {
        return new SignUpSheet.Showing(reader.wording(), text -> reader.text(text, activity.language()), page.now());
    }

    private Page.Content content(Activity activity, Reader reader) {
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

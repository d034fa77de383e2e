package museum.atrium.registration.speakers;

import java.util.List;
import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.rooms.Rooms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page of one's own invitation to speak. */
@Component
class SpeakingPage {

    private final Activities activities;
    private final Rooms rooms;
    private final Page page;

    SpeakingPage(Activities activities, Rooms rooms, Page page) {
        this.activities = activities;
        this.rooms = rooms;
        this.page = page;
    }

    /** @param refusal what could not be done, which is said on the page; null: nothing was asked */
    ResponseEntity<String> of(String token, SpeakerInvitation invitation, @Nullable Refusal refusal) {
        Activity activity = activities.find(invitation.activity()).orElseThrow();
        Locale language = page.languageOf(invitation.invitee().language());
        List<SpeakingLine> lines = SpeakingLine.of(invitation, activity, rooms, page);
        Page.Content content = page.of("speaking", language)
                .heldBy(activity.network())
                .with("status", activity.isPublished() ? invitation.status().name() : "ACTIVITY_CANCELLED")
                .with("title", page.text(activity.title(), activity.language(), language))
                .with("name", invitation.invitee().name())
                .with("path", "/speaking/" + token)
                .with("problem", refusal == null ? "" : problem(refusal))
                .with("lines", lines);
        // A form's answer is followed only to where the policy lets forms go.
        lines.stream().flatMap(line -> line.room().stream()).forEach(content::formsMayLeadTo);
        return content.answer(refusal);
    }

    /** The end of a key in the pages' messages. */
    private static String problem(Refusal refusal) {
        return refusal.slug().equals("room-closed") ? refusal.slug() : "other";
    }
}

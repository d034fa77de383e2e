package museum.atrium.registration.rooms;

import java.time.ZoneId;
import java.util.Locale;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.Activity;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page before a live room: its button leads in, and before that it says when it will. */
@Component
public class RoomPage {

    private final Page page;

    RoomPage(Page page) {
        this.page = page;
    }

    /** As whom somebody comes. */
    public enum Role {
        PARTICIPANT("join"),
        HOST("host");

        /** The first part of the page's keys in the messages. */
        private final String words;

        Role(String words) {
            this.words = words;
        }
    }

    /** @param language BCP 47 */
    public record Visitor(Role role, String language, ZoneId timeZone) {}

    public ResponseEntity<String> of(Visitor visitor, Activity activity, JoinState state, HttpStatus status) {
        Locale language = page.languageOf(visitor.language());
        SessionTimes times = new SessionTimes(language, visitor.timeZone());
        Page.Content content = page.of("join", language)
                .heldBy(activity.network())
                .with("words", visitor.role().words)
                .with("state", state.getClass().getSimpleName())
                .with("title", page.text(activity.title(), activity.language(), language))
                .with("when", times.span(state.session()))
                .with("start", state.session().startsAt());
        return switch (state) {
            case JoinState.Early early ->
                content.with("opens", times.moment(early.opensAt())).answer(status);
            // A form's answer is followed only to where the policy lets forms go.
            case JoinState.Open open -> content.formsMayLeadTo(open.room()).answer(status);
            case JoinState.Over over -> content.answer(status);
            case JoinState.SessionCancelled cancelled -> content.answer(status);
            case JoinState.NoPlace none -> content.answer(status);
            case JoinState.NoRoom none -> content.answer(status);
        };
    }
}

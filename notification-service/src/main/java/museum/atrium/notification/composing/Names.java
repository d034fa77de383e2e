package museum.atrium.notification.composing;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the activity and its sessions are called in the recipient's language, alike in the mail and in the calendar. */
final class Names {

    private final ActivityInfo activity;
    private final Locale reader;
    private final Translation activityTitle;

    Names(ActivityInfo activity, Locale reader) {
        this.activity = activity;
        this.reader = reader;
        @Nullable Translation title = Translation.of(activity.title(), reader, activity.language());
        this.activityTitle = title != null ? title : new Translation(OneLine.of(activity.slug()), activity.language());
    }

    Translation activityTitle() {
        return activityTitle;
    }

    /** What the recipient is registered for or subscribed to, which may be more than the mail is about. */
    String registeredFor(RegistrationInfo registration) {
        @Nullable ActivityInfo series = registration.series();
        return (series == null ? this : new Names(series, reader))
                .activityTitle()
                .text();
    }

    @Nullable Translation sessionTitle(SessionInfo session) {
        return Translation.of(session.title(), reader, activity.language());
    }

    @Nullable Words summary() {
        return words(activity.summary());
    }

    @Nullable Translation messageSubject(@Nullable MessageInfo message) {
        return message == null ? null : Translation.of(message.subject(), reader, activity.language());
    }

    /** What the organiser wrote, in the language that its subject is chosen by. */
    @Nullable Words messageWords(@Nullable MessageInfo message) {
        return message == null ? null : words(message.text());
    }

    private @Nullable Words words(Map<String, String> texts) {
        @Nullable String language = Translation.languageOf(texts, reader, activity.language());
        return language == null ? null : Words.of(language, texts.getOrDefault(language, ""));
    }

    /** Stands by itself in a calendar, where the session's own title tells those of an activity apart. */
    String whole(SessionInfo session) {
        @Nullable Translation own = sessionTitle(session);
        String title = activityTitle.text();
        return own == null || activity.isItsOnlySession() || own.text().equals(title)
                ? title
                : title + ": " + own.text();
    }
}

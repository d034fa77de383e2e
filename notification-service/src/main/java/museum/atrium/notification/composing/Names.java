package museum.atrium.notification.composing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the activity and its sessions are called in the recipient's language, alike in the mail and in the calendar. */
record Names(ActivityInfo activity, Locale reader) {

    Translation activityTitle() {
        @Nullable Translation title = Translation.of(activity.title(), reader, activity.language());
        return title != null ? title : new Translation(OneLine.of(activity.slug()), activity.language());
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

    @Nullable Translation summary() {
        return Translation.of(activity.summary(), reader, activity.language());
    }

    @Nullable Translation messageSubject(@Nullable MessageInfo message) {
        return message == null ? null : Translation.of(message.subject(), reader, activity.language());
    }

    /** What the organiser wrote, in the language that its subject is chosen by. */
    @Nullable Words messageWords(@Nullable MessageInfo message) {
        @Nullable String language = message == null ? null : Translation.languageOf(message.text(), reader, activity.language());
        return message == null || language == null
                ? null
                : Words.of(language, message.text().getOrDefault(language, ""));
    }

    /** Stands by itself in a calendar. A webinar is its one session; elsewhere the session's own title tells them apart. */
    String whole(SessionInfo session) {
        @Nullable Translation own = sessionTitle(session);
        String title = activityTitle().text();
        return own == null || isWebinar() || own.text().equals(title) ? title : title + ": " + own.text();
    }

    boolean isWebinar() {
        return activity.kind().equals("WEBINAR");
    }
}

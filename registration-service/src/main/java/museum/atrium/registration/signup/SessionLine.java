package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;

/**
 * A session as the page of one's own registration shows it.
 *
 * @param start as machines read it
 * @param join where the way into its room is; empty: there is none for them, or not any more
 * @param choosable whether it can be ticked or unticked
 * @param clashes titles of chosen sessions at the same time
 */
record SessionLine(
        SessionId id,
        String title,
        String when,
        String start,
        String join,
        boolean cancelled,
        boolean chosen,
        boolean choosable,
        boolean selfPaced,
        List<String> clashes,
        List<MaterialLine> materials) {

    record MaterialLine(String title, String url) {}

    /** All of the activity's, in the order in which they begin. */
    static List<SessionLine> of(Registration registration, Activity activity, OwnRegistrations own, Page page) {
        Locale language = page.languageOf(registration.person().language());
        SessionTimes times = new SessionTimes(language, registration.person().timeZone());
        Instant now = page.now();
        return activity.sessions().stream()
                .sorted(Comparator.comparing(Session::startsAt))
                .map(session -> new SessionLine(
                        session.id(),
                        text(page, activity.titleOf(session), activity, language),
                        times.span(session),
                        session.startsAt().toString(),
                        canCome(registration, activity, session, now) ? own.joinPath(registration, session.id()) : "",
                        !session.takesPlace(),
                        registration.includes(session.id()),
                        session.takesPlace() && session.endsAt().isAfter(now),
                        session.format().selfPaced(),
                        registration.clashes(activity, session).stream()
                                .flatMap(other -> activity.session(other).stream())
                                .map(other -> text(page, activity.titleOf(other), activity, language))
                                .toList(),
                        registration.materials(session).stream()
                                .map(material -> new MaterialLine(
                                        text(page, material.title(), activity, language),
                                        material.url().toString()))
                                .toList()))
                .toList();
    }

    private static boolean canCome(Registration registration, Activity activity, Session session, Instant now) {
        return registration.status() == RegistrationStatus.CONFIRMED
                && registration.includes(session.id())
                && activity.isPublished()
                && session.takesPlace()
                && session.endsAt().isAfter(now);
    }

    private static String text(Page page, LocalizedText text, Activity activity, Locale language) {
        return page.text(text, activity.language(), language);
    }
}

package museum.atrium.registration.showcase;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.RunningNetwork;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * An activity in a list.
 *
 * @param kind the last part of a message's name
 * @param language its name in the reader's
 * @param when its only session is, or the days from the first of several to the last; empty: there is no date
 * @param start of the session that is told: the only one, else the next; as machines read it; empty: none is
 * @param sessions how many there are
 * @param next when the next of several is; empty: none is still to come, or there are not several
 * @param off whether those dates hold no longer
 * @param state the last part of a message's name
 */
record ProgrammeLine(
        Told title,
        URI page,
        String kind,
        String language,
        String when,
        String start,
        int sessions,
        String next,
        boolean off,
        String state,
        ActivityView.@Nullable SeriesLine series,
        @Nullable RunningNetwork network) {

    static List<ProgrammeLine> of(
            List<Activity> activities,
            Map<SessionId, Instant> earlierStarts,
            Addresses addresses,
            Reader reader,
            Instant now) {
        return activities.stream()
                .map(activity -> of(new Announced(activity, earlierStarts), addresses, reader, now))
                .toList();
    }

    private static ProgrammeLine of(Announced announced, Addresses addresses, Reader reader, Instant now) {
        Activity activity = announced.activity();
        ActivityState state = ActivityState.of(announced, now);
        boolean off = state == ActivityState.CANCELLED || state == ActivityState.POSTPONED;
        List<Session> dated = announced.dated();
        Session told = dated.size() == 1 ? dated.getFirst() : off ? null : next(dated, now);
        String span = told == null ? "" : reader.times(told.timeZone()).span(told);
        return new ProgrammeLine(
                reader.told(activity.title(), activity.language()),
                addresses.page(activity),
                activity.kind().name(),
                Locale.forLanguageTag(activity.language()).getDisplayName(reader.wording()),
                dated.size() == 1 ? span : days(announced, reader),
                told == null ? "" : told.startsAt().toString(),
                dated.size(),
                dated.size() == 1 ? "" : span,
                off,
                state.name(),
                ActivityView.series(activity, addresses, reader),
                activity.network());
    }

    private static @Nullable Session next(List<Session> dated, Instant now) {
        return dated.stream()
                .filter(session -> session.endsAt().isAfter(now))
                .findFirst()
                .orElse(null);
    }

    private static String days(Announced announced, Reader reader) {
        Session first = announced.first();
        Session last = announced.last();
        return first == null || last == null
                ? ""
                : reader.times(first.timeZone()).days(first.startsAt(), last.endsAt());
    }
}

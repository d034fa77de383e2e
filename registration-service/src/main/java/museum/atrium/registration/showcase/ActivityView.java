package museum.atrium.registration.showcase;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import museum.atrium.registration.pages.SessionTimes;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Material;
import museum.atrium.registration.programme.Presentation;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its public page shows it.
 *
 * @param state the last part of a message's name
 * @param opens when signing up becomes possible; empty: it is, or never will be
 * @param closes until when signing up is possible; empty: nothing is said of it
 * @param remaining places; null: nothing is said of them
 * @param countries that the speakers come from
 * @param cancelled why; empty: not at all, or nobody said why
 */
record ActivityView(
        String slug,
        Told title,
        Told summary,
        String kind,
        String language,
        String state,
        String opens,
        String closes,
        @Nullable Integer remaining,
        String cancelled,
        @Nullable SeriesLine series,
        List<Slot> sessions,
        List<Speaker> speakers,
        long countries,
        List<Presentation.Offer> offers,
        Told note,
        boolean certificates) {

    record SeriesLine(Told title, URI page) {}

    /**
     * @param title null: it goes by the activity's
     * @param start as machines read it
     * @param there when that is where it takes place; empty: as where the reader is
     * @param moved from when; empty: it was not
     * @param interpretation the languages' names; empty: none
     */
    record Slot(
            String anchor,
            @Nullable Told title,
            String when,
            String start,
            String there,
            boolean cancelled,
            String moved,
            boolean selfPaced,
            String language,
            String interpretation,
            List<MaterialLine> materials) {}

    record MaterialLine(Told title, URI url) {}

    static ActivityView of(Announced announced, Addresses addresses, Reader reader, Instant now) {
        Activity activity = announced.activity();
        String fallback = activity.language();
        Locale wording = reader.wording();
        Session first = announced.first();
        ZoneId zone = first == null ? ZoneOffset.UTC : first.timeZone();
        SessionTimes times = reader.times(zone);
        ActivityState state = ActivityState.of(announced, now);
        Instant opensAt = activity.signUp().opensAt();
        Instant closesAt = activity.signUp().closesAt();
        String reason = activity.cancellationReason();
        return new ActivityView(
                activity.slug(),
                reader.told(activity.title(), fallback),
                reader.told(activity.summary(), fallback),
                activity.kind().name(),
                nameOf(fallback, wording),
                state.name(),
                state == ActivityState.LATER && opensAt != null ? times.moment(opensAt) : "",
                state.canSignUp() && closesAt != null ? times.moment(closesAt) : "",
                state == ActivityState.OPEN ? activity.places().remaining() : null,
                reason == null ? "" : reason,
                series(activity, addresses, reader),
                announced.inOrder().stream()
                        .map(session -> slot(announced, session, reader))
                        .toList(),
                activity.speakers(),
                activity.speakerCountries(),
                activity.presentation().accessibility().offers(),
                reader.told(activity.presentation().accessibility().note(), fallback),
                activity.certificates() != null);
    }

    /** Its name in the reader's language. */
    public String country(Speaker speaker, Locale wording) {
        String code = speaker.country();
        return code == null ? "" : Locale.of("", code).getDisplayCountry(wording);
    }

    /** The series that an activity belongs to; null: none. */
    static @Nullable SeriesLine series(Activity activity, Addresses addresses, Reader reader) {
        var series = activity.series();
        return series == null
                ? null
                : new SeriesLine(reader.told(series.title(), activity.language()), addresses.series(series.slug()));
    }

    private static Slot slot(Announced announced, Session session, Reader reader) {
        Activity activity = announced.activity();
        SessionTimes times = reader.times(session.timeZone());
        Instant earlier = announced.earlierStart(session);
        String language = session.format().language();
        return new Slot(
                "session-" + session.id(),
                session.title().isEmpty() ? null : reader.told(session.title(), activity.language()),
                times.span(session),
                session.startsAt().toString(),
                reader.isElsewhere(session) ? new SessionTimes(reader.wording(), session.timeZone()).span(session) : "",
                announced.state(session) == Announced.State.CANCELLED,
                earlier == null ? "" : times.moment(earlier),
                session.format().selfPaced(),
                language == null || language.equals(activity.language()) ? "" : nameOf(language, reader.wording()),
                String.join(
                        ", ",
                        session.format().interpretation().stream()
                                .map(other -> nameOf(other, reader.wording()))
                                .toList()),
                session.format().materials().stream()
                        .filter(material -> material.access() == Material.Access.PUBLIC)
                        .map(material ->
                                new MaterialLine(reader.told(material.title(), activity.language()), material.url()))
                        .toList());
    }

    private static String nameOf(String language, Locale wording) {
        return Locale.forLanguageTag(language).getDisplayName(wording);
    }
}

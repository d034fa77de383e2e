package museum.atrium.registration.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import museum.atrium.registration.Ids;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was planned once as the draft of a next time; nothing of what happened goes along. */
@Component
class Copying {

    private final Activities activities;
    private final FreeSlugs slugs;
    private final Ids ids;
    private final Clock clock;
    private final AccountableChanges changes;

    Copying(Activities activities, FreeSlugs slugs, Ids ids, Clock clock, AccountableChanges changes) {
        this.activities = activities;
        this.slugs = slugs;
        this.ids = ids;
        this.clock = clock;
        this.changes = changes;
    }

    /** @throws museum.atrium.http.Refusal 404; 409 if the wanted slug is taken; 422 naming every field that is wrong */
    @Transactional
    Activity copy(String slug, CopyRequest wanted) {
        activities.holdNetworks();
        Activity original = activities.existing(slug);
        Instant now = clock.instant();
        Findings findings = new Findings();
        String wantedSlug = wanted.slug();
        if (wantedSlug != null) {
            ActivityRules.slug(findings, wantedSlug, original.title());
        }
        Shift shift = shift(findings, original, wanted.startsAt());
        List<Session> sessions = sessions(original, shift, now);
        SignUpTerms terms = terms(original, shift);
        if (shift != null && !arePlausible(sessions, terms)) {
            findings.add("startsAt", "would move some of the dates out of the years between 1990 and 2200");
        }
        findings.refuseIfAny();
        Activity copy = stored(original, wantedSlug, terms, sessions, now);
        changes.made("activity.copied", AccountableChanges.Before.NOTHING, copy, null);
        return copy;
    }

    private static @Nullable Shift shift(Findings findings, Activity original, @Nullable Instant startsAt) {
        if (startsAt == null) {
            return null;
        }
        List<Session> planned = original.scheduledSessions();
        if (planned.isEmpty()) {
            findings.add("startsAt", "says when the first session begins, and there is none to copy");
            return null;
        }
        if (!SessionRules.isPlausible(startsAt)) {
            findings.add("startsAt", "must lie between 1990 and 2200");
            return null;
        }
        return Shift.of(planned.getFirst(), startsAt.truncatedTo(ChronoUnit.MICROS));
    }

    /** Unmoved they are of use only while none of them has begun. */
    private List<Session> sessions(Activity original, @Nullable Shift shift, Instant now) {
        List<Session> planned =
                original.sessions().stream().filter(Session::takesPlace).toList();
        if (shift == null
                && planned.stream().anyMatch(session -> !session.startsAt().isAfter(now))) {
            return List.of();
        }
        return planned.stream()
                .map(session -> shift == null ? session : shift.of(session))
                .map(session -> session.anew(new SessionId(ids.next())))
                .toList();
    }

    /** The days on which one could sign up the last time say nothing of a next time that has no date. */
    private static SignUpTerms terms(Activity original, @Nullable Shift shift) {
        if (shift == null) {
            return original.signUp().open(null, null);
        }
        ZoneId zone = original.scheduledSessions().getFirst().timeZone();
        Instant opensAt = original.signUp().opensAt();
        Instant closesAt = original.signUp().closesAt();
        return original.signUp()
                .open(
                        opensAt == null ? null : shift.of(opensAt, zone),
                        closesAt == null ? null : shift.of(closesAt, zone));
    }

    private static boolean arePlausible(List<Session> sessions, SignUpTerms terms) {
        return Stream.concat(
                        sessions.stream().flatMap(session -> Stream.of(session.startsAt(), session.endsAt())),
                        Stream.of(terms.opensAt(), terms.closesAt()).filter(Objects::nonNull))
                .allMatch(SessionRules::isPlausible);
    }

    private Activity stored(
            Activity original, @Nullable String wantedSlug, SignUpTerms terms, List<Session> sessions, Instant now) {
        ActivityId id = new ActivityId(ids.next());
        if (wantedSlug != null) {
            Activity copy = original.anew(id, wantedSlug, terms, sessions);
            if (!activities.insert(copy, now)) {
                throw ChangingActivities.slugTaken(wantedSlug);
            }
            return copy;
        }
        while (true) {
            Activity copy = original.anew(id, slugs.after(original.slug()), terms, sessions);
            // Where it fails, another copy has just taken the slug, and the next look finds another one.
            if (activities.insert(copy, now)) {
                return copy;
            }
        }
    }
}

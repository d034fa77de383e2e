package museum.atrium.registration.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people register for, with its sessions in their order.
 *
 * @param revision rises with every change
 * @param language BCP 47; the language it is held in, and the fallback of its texts
 * @param network in whose name it is held; null: in that of the installation alone
 * @param signUp who gets a place, and how
 * @param places confirmed registrations against the capacity of the whole activity
 * @param mails which of the mails that nobody has to get are sent
 * @param digest of a series: for how long what is new in it is gathered before its subscribers are told; null: each is told at once
 * @param certificates who gets a certificate of attendance; null: nobody does
 * @param retention how long personal data is kept; null: as long as the installation keeps it
 */
public record Activity(
        ActivityId id,
        long revision,
        String slug,
        ActivityKind kind,
        ActivityStatus status,
        String language,
        @Nullable Series series,
        @Nullable RunningNetwork network,
        LocalizedText title,
        LocalizedText summary,
        Places places,
        SignUpTerms signUp,
        List<ReminderDistance> reminders,
        MailTerms mails,
        @Nullable Duration digest,
        List<Session> sessions,
        List<Speaker> speakers,
        List<Organization> organizations,
        Presentation presentation,
        SignUpForm form,
        @Nullable CertificateTerms certificates,
        @Nullable Retention retention,
        @Nullable String cancellationReason) {

    public boolean isPublished() {
        return status == ActivityStatus.PUBLISHED;
    }

    /** The sessions that take place, earliest first. */
    public List<Session> scheduledSessions() {
        return sessions.stream()
                .filter(Session::takesPlace)
                .sorted(Comparator.comparing(Session::startsAt))
                .toList();
    }

    /** Those that people come to at the same time, earliest first. */
    public List<Session> liveSessions() {
        return scheduledSessions().stream().filter(Session::isLive).toList();
    }

    /** Whether it is known of every live session who came to it; never before the last one is over, nor where none is live. */
    public boolean isAttendanceKnown(Instant now) {
        List<Session> live = liveSessions();
        return !live.isEmpty() && live.stream().allMatch(session -> session.isAttendanceKnown(now));
    }

    public Optional<Session> session(SessionId wanted) {
        return sessions.stream().filter(session -> session.id().equals(wanted)).findFirst();
    }

    /** Those that one cannot take part in together with this one. */
    public List<SessionId> clashesWith(Session session) {
        return sessions.stream().filter(session::clashesWith).map(Session::id).toList();
    }

    /** A session without a title of its own goes by the activity's. */
    public LocalizedText titleOf(Session session) {
        return session.title().isEmpty() ? title : session.title();
    }

    /** A series is registered for by who wants to hear of its activities; it has no sessions itself. */
    public boolean isSeries() {
        return kind == ActivityKind.SERIES;
    }

    public Optional<Instant> startsAt() {
        return scheduledSessions().stream().map(Session::startsAt).findFirst();
    }

    public Optional<Instant> endsAt() {
        return scheduledSessions().stream().map(Session::endsAt).max(Comparator.naturalOrder());
    }

    Activity with(List<Session> sessions) {
        return new Activity(
                id,
                revision,
                slug,
                kind,
                status,
                language,
                series,
                network,
                title,
                summary,
                places,
                signUp,
                reminders,
                mails,
                digest,
                sessions,
                speakers,
                organizations,
                presentation,
                form,
                certificates,
                retention,
                cancellationReason);
    }

    /** The same activity as {@code plan} has it, one revision on; its sessions stay. */
    Activity following(ActivityPlan plan) {
        return new Activity(
                id,
                revision + 1,
                plan.slug(),
                plan.kind(),
                status,
                plan.language(),
                plan.series(),
                plan.network(),
                plan.title(),
                plan.summary(),
                new Places(plan.capacity(), places.taken()),
                plan.signUp(),
                plan.reminders(),
                plan.mails(),
                digest,
                sessions,
                plan.speakers(),
                plan.organizations(),
                plan.presentation(),
                form.following(plan.form()),
                plan.certificates(),
                plan.retention(),
                cancellationReason);
    }

    /** What is planned here as a draft of its own: nobody is registered, nothing was asked of anybody. */
    Activity anew(ActivityId other, String otherSlug, SignUpTerms terms, List<Session> planned) {
        return new Activity(
                other,
                1,
                otherSlug,
                kind,
                ActivityStatus.DRAFT,
                language,
                series,
                network,
                title,
                summary,
                new Places(places.capacity(), 0),
                terms,
                reminders,
                mails,
                digest,
                planned,
                speakers,
                organizations,
                presentation,
                SignUpForm.NONE.following(form),
                certificates,
                retention,
                null);
    }

    /** A draft as everyone will see it. */
    Activity asPublished() {
        return status == ActivityStatus.DRAFT ? become(ActivityStatus.PUBLISHED, null) : this;
    }

    Activity become(ActivityStatus next, @Nullable String reason) {
        return new Activity(
                id,
                revision + 1,
                slug,
                kind,
                next,
                language,
                series,
                network,
                title,
                summary,
                places,
                signUp,
                reminders,
                mails,
                digest,
                sessions,
                speakers,
                organizations,
                presentation,
                form,
                certificates,
                retention,
                reason);
    }

    /** One revision on, with one session changed or added. */
    Activity with(Session changed) {
        List<Session> all = new ArrayList<>(sessions);
        all.replaceAll(session -> session.id().equals(changed.id()) ? changed : session);
        if (session(changed.id()).isEmpty()) {
            all.add(changed);
        }
        return new Activity(
                id,
                revision + 1,
                slug,
                kind,
                status,
                language,
                series,
                network,
                title,
                summary,
                places,
                signUp,
                reminders,
                mails,
                digest,
                all,
                speakers,
                organizations,
                presentation,
                form,
                certificates,
                retention,
                cancellationReason);
    }

    public SignUpState signUpState(Instant now) {
        return SignUpState.of(status, endsAt().orElse(null), places, signUp, now);
    }

    public long speakerCountries() {
        return speakers.stream()
                .map(Speaker::country)
                .filter(country -> country != null)
                .distinct()
                .count();
    }
}

package museum.atrium.registration.signup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.ActivityStatus;
import museum.atrium.registration.programme.Places;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.programme.SignUpState;
import museum.atrium.registration.programme.SignUpTerms;
import org.jspecify.annotations.Nullable;

/** The places of one activity and of its sessions, counted once under the activity's lock and then kept here. */
final class Seating {

    /** One session's places, as they change. */
    static final class Row {
        private final SessionId session;
        private final boolean scheduled;
        private final Instant endsAt;
        private final ZoneId timeZone;
        private final @Nullable Integer capacity;
        private int taken;

        Row(SessionId session, boolean scheduled, Instant endsAt, ZoneId timeZone, Places places) {
            this.session = session;
            this.scheduled = scheduled;
            this.endsAt = endsAt;
            this.timeZone = timeZone;
            this.capacity = places.capacity();
            this.taken = places.taken();
        }

        SessionId session() {
            return session;
        }

        int taken() {
            return taken;
        }

        private boolean isFull() {
            return new Places(capacity, taken).isFull();
        }

        private boolean isOverbooked() {
            return capacity != null && taken > capacity;
        }

        private boolean isToCome(Instant now) {
            return scheduled && endsAt.isAfter(now);
        }
    }

    /** @param endsAt when the last session ends; null without a date */
    record Terms(
            ActivityKind kind,
            ActivityStatus status,
            String language,
            @Nullable Instant endsAt,
            SignUpTerms signUp,
            SignUpForm form) {}

    private final ActivityId activity;
    private final Terms terms;
    private final @Nullable Integer capacity;
    private final Map<SessionId, Row> rows;
    private int taken;
    private long lastInLine;

    Seating(ActivityId activity, Terms terms, Places places, long lastInLine, Map<SessionId, Row> rows) {
        this.activity = activity;
        this.terms = terms;
        this.capacity = places.capacity();
        this.taken = places.taken();
        this.lastInLine = lastInLine;
        this.rows = rows;
    }

    ActivityId activity() {
        return activity;
    }

    String language() {
        return terms.language();
    }

    /** The zone of the first session, for somebody who does not say theirs. */
    ZoneId timeZone() {
        return rows.values().stream().findFirst().map(row -> row.timeZone).orElse(ZoneId.of("UTC"));
    }

    int taken() {
        return taken;
    }

    long lastInLine() {
        return lastInLine;
    }

    Collection<Row> rows() {
        return rows.values();
    }

    /** Whether what they want is to be had here at all: nobody takes part in a series, nor subscribes to an activity. */
    boolean receives(Party party) {
        return terms.status() != ActivityStatus.DRAFT && isSeries() == party.subscription();
    }

    boolean isSeries() {
        return terms.kind() == ActivityKind.SERIES;
    }

    SignUpTerms signUp() {
        return terms.signUp();
    }

    SignUpForm form() {
        return terms.form();
    }

    boolean takesSignUps(Instant now) {
        return SignUpState.of(terms.status(), terms.endsAt(), places(), terms.signUp(), now) != SignUpState.CLOSED;
    }

    boolean isDated() {
        return terms.endsAt() != null;
    }

    /** Whether it has a date and is not over: who has a claim to a place can still get it, also after sign-up closed. */
    boolean isAhead(Instant now) {
        return terms.status() == ActivityStatus.PUBLISHED
                && terms.endsAt() != null
                && terms.endsAt().isAfter(now);
    }

    boolean isCancelled() {
        return terms.status() == ActivityStatus.CANCELLED;
    }

    boolean isOver(Instant now) {
        return terms.endsAt() != null && !terms.endsAt().isAfter(now);
    }

    /** Whether an organiser can still put somebody on it, whatever it asks of who signs up. */
    boolean takesEnrolments(Instant now) {
        return isAhead(now) || terms.status() == ActivityStatus.PUBLISHED && !isDated();
    }

    boolean hasWaitlist() {
        return terms.signUp().waitlist();
    }

    boolean isFull() {
        return places().isFull();
    }

    /** Whether it is a session of the activity that takes place, or did. */
    boolean holds(SessionId session) {
        Row row = rows.get(session);
        return row != null && row.scheduled;
    }

    /** Those of the wish that cannot be chosen: not of this activity, cancelled or over. */
    List<SessionId> unknown(Set<SessionId> wish, Instant now) {
        return wish.stream()
                .filter(session -> {
                    Row row = rows.get(session);
                    return row == null || !row.isToCome(now);
                })
                .toList();
    }

    /** Whether the whole wish has its places: one in all, and one in each session that is still to come, if any is. */
    boolean fits(@Nullable Set<SessionId> wish, Instant now) {
        List<Row> toCome =
                chosen(wish).stream().filter(row -> row.isToCome(now)).toList();
        return !isFull() && !toCome.isEmpty() && toCome.stream().noneMatch(Row::isFull);
    }

    /** Whether all these wishes have their places together. */
    boolean fitAll(List<Wish> wishes, Instant now) {
        int seated = 0;
        while (seated < wishes.size() && fits(wishes.get(seated).sessions(), now)) {
            take(wishes.get(seated++).sessions());
        }
        wishes.subList(0, seated).forEach(wish -> release(wish.sessions()));
        return seated == wishes.size();
    }

    Instant notAfterEnd(Instant time) {
        Instant end = terms.endsAt();
        return end == null || time.isBefore(end) ? time : end;
    }

    /** Takes the places of this wish, or one in the line; empty if there is neither. */
    Optional<Standing> seat(@Nullable Set<SessionId> wish, Instant now) {
        if (fits(wish, now)) {
            take(wish);
            return Optional.of(new Standing.Confirmed(now));
        }
        return hasWaitlist() ? Optional.of(new Standing.Waiting(nextInLine(), null)) : Optional.empty();
    }

    boolean isOverbooked() {
        return rows.values().stream().anyMatch(Row::isOverbooked);
    }

    void take(@Nullable Set<SessionId> wish) {
        taken++;
        chosen(wish).forEach(row -> row.taken++);
    }

    void release(@Nullable Set<SessionId> wish) {
        taken--;
        chosen(wish).forEach(row -> row.taken--);
    }

    long nextInLine() {
        return ++lastInLine;
    }

    private Places places() {
        return new Places(capacity, taken);
    }

    private Collection<Row> chosen(@Nullable Set<SessionId> wish) {
        return wish == null
                ? rows.values()
                : wish.stream().map(rows::get).filter(Objects::nonNull).toList();
    }
}

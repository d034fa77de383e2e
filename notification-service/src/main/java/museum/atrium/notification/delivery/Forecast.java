package museum.atrium.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.notification.composing.MailKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What will be sent of an activity if nothing changes: each mail is looked at as it is before it is sent, but at the
 * moment when it will be due, and nothing is told or kept.
 */
@Component
public class Forecast {

    /** Looking at more takes longer than somebody waits for an answer. */
    private static final int MOST_WAITING = 20_000;

    private static final int AT_ONCE = 500;

    private final Queue queue;
    private final Facts facts;
    private final Audience audience;
    private final Telling telling;
    private final Clock clock;

    Forecast(Queue queue, Facts facts, Audience audience, Telling telling, Clock clock) {
        this.queue = queue;
        this.facts = facts;
        this.audience = audience;
        this.telling = telling;
        this.clock = clock;
    }

    /** In the order in which the first of each is due. Of more than 20,000 that wait, those that are due first. */
    @Transactional(readOnly = true)
    public List<Expected> of(UUID activity) {
        Counting counting = new Counting();
        waiting(activity, counting);
        reminders(activity, counting);
        return counting.expected();
    }

    private void waiting(UUID activity, Counting counting) {
        List<Delivery> waiting = queue.waiting(activity, MOST_WAITING);
        for (int from = 0; from < waiting.size(); from += AT_ONCE) {
            List<Delivery> some = waiting.subList(from, Math.min(waiting.size(), from + AT_ONCE));
            facts.seen(some)
                    .forEach(subject -> count(subject, counting)
                            .ifPresent(told -> counting.tells(subject.delivery().registration(), told)));
        }
    }

    /** Those that have not fallen due: nothing is planned for them yet. */
    private void reminders(UUID activity, Counting counting) {
        Activity known = audience.activity(activity).orElse(null);
        if (known == null) {
            return;
        }
        List<Moment> moments = moments(known);
        if (!moments.isEmpty()) {
            audience.forEach(known, (person, memory) -> remind(known, moments, person, memory, counting));
        }
    }

    private void remind(Activity known, List<Moment> moments, Person person, Memory memory, Counting counting) {
        counting.toldTo(person.id()).forEach(memory::tellAlso);
        for (int i = 0; i < moments.size(); i++) {
            Delivery delivery = moments.get(i).delivery(-1 - i, person.id());
            Case.Cause cause = new Case.Cause(delivery.firstDueAt(), null);
            count(
                    new Case(
                            delivery, person, known, null, List.of(), cause, List.of(), List.of(), Set.of(), null,
                            memory),
                    counting);
        }
    }

    /** Returns what it will say besides what it is about. */
    private Optional<AlsoTold> count(Case subject, Counting counting) {
        Delivery delivery = subject.delivery();
        Instant now = clock.instant();
        Instant at = delivery.firstDueAt().isAfter(now) ? delivery.firstDueAt() : now;
        if (new Relevance(Clock.fixed(at, ZoneOffset.UTC)).objection(subject).isPresent()) {
            return Optional.empty();
        }
        counting.add(delivery, at);
        if (!delivery.kind().gathers()) {
            return Optional.empty();
        }
        AlsoTold told = AlsoTold.onItsWay(delivery, telling.others(subject)).sent();
        subject.memory().tellAlso(told);
        return Optional.of(told);
    }

    /** When a reminder falls due. */
    private record Moment(LiveSession session, Duration distance, Instant dueAt) {

        Delivery delivery(long id, UUID registration) {
            return new Delivery(
                    id,
                    registration,
                    MailKind.REMINDER,
                    session.id(),
                    distance.toString(),
                    session.revision(),
                    null,
                    Lane.TIME_CRITICAL,
                    0,
                    dueAt,
                    dueAt,
                    session.slot().startsAt(),
                    false,
                    0);
        }
    }

    private List<Moment> moments(Activity known) {
        Instant now = clock.instant();
        return known.sessions().stream()
                .filter(session -> !session.cancelled() && !session.manner().selfPaced())
                .flatMap(session -> known.reminders().stream()
                        .map(distance -> new Moment(
                                session, distance, session.slot().startsAt().minus(distance))))
                .filter(moment -> moment.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Moment::dueAt)
                        .thenComparing(moment -> moment.session().slot().startsAt()))
                .toList();
    }

    /** Counts what is of one kind and about one thing. */
    private static final class Counting {

        private record Key(MailKind kind, @Nullable UUID about, String distance) {}

        private final Map<Key, Expected> expected = new LinkedHashMap<>();

        /** By those that wait: what falls due later must not be counted once more. */
        private final Map<UUID, List<AlsoTold>> told = new HashMap<>();

        void tells(UUID registration, AlsoTold also) {
            told.computeIfAbsent(registration, none -> new ArrayList<>()).add(also);
        }

        List<AlsoTold> toldTo(UUID registration) {
            return told.getOrDefault(registration, List.of());
        }

        void add(Delivery delivery, Instant at) {
            Key key = new Key(delivery.kind(), delivery.about(), delivery.distance());
            expected.merge(
                    key,
                    new Expected(
                            key.kind(),
                            key.about(),
                            key.distance().isEmpty() ? null : Duration.parse(key.distance()),
                            at,
                            at,
                            1),
                    Counting::together);
        }

        private static Expected together(Expected one, Expected other) {
            return new Expected(
                    one.kind(),
                    one.about(),
                    one.distance(),
                    Stream.of(one.from(), other.from())
                            .min(Comparator.naturalOrder())
                            .orElseThrow(),
                    Stream.of(one.to(), other.to())
                            .max(Comparator.naturalOrder())
                            .orElseThrow(),
                    one.mails() + other.mails());
        }

        List<Expected> expected() {
            List<Expected> sorted = new ArrayList<>(expected.values());
            sorted.sort(Comparator.comparing(Expected::from));
            return sorted;
        }
    }
}

package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.MessageInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what is known about some deliveries at this moment, with a handful of queries for all of them. */
@Component
class Facts {

    private final People people;
    private final KnownActivities activities;
    private final KnownRecordings recordings;
    private final Causes causes;
    private final Tellings tellings;

    Facts(People people, KnownActivities activities, KnownRecordings recordings, Causes causes, Tellings tellings) {
        this.people = people;
        this.activities = activities;
        this.recordings = recordings;
        this.causes = causes;
        this.tellings = tellings;
    }

    /** In the order of the deliveries, without those to who was erased. Their registrations are locked until the caller's transaction ends. */
    List<Case> of(Collection<Delivery> deliveries) {
        return of(deliveries, people.hold(registrations(deliveries)));
    }

    /** The same, and nobody is locked: only to look. */
    List<Case> seen(Collection<Delivery> deliveries) {
        return of(deliveries, people.see(registrations(deliveries)));
    }

    private static Set<UUID> registrations(Collection<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::registration).collect(Collectors.toSet());
    }

    private List<Case> of(Collection<Delivery> deliveries, Map<UUID, Person> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        Set<UUID> concerned = persons.values().stream().map(Person::activity).collect(Collectors.toSet());
        Map<UUID, List<Person>> holding = holding(deliveries);
        List<Untold> news =
                deliveries.stream().filter(Facts::tellsNews).map(Untold::new).toList();
        Map<UUID, List<Untold>> gathered =
                causes.gathered(news.stream().map(Untold::registration).collect(Collectors.toSet()));
        List<Untold> untold = Stream.concat(
                        news.stream(), gathered.values().stream().flatMap(List::stream))
                .distinct()
                .toList();
        Map<UUID, Activity> known = activities.of(shown(concerned, holding, untold));
        Set<Long> signedUp = people.signedUpFor(untold);
        Map<UUID, List<Recording>> recorded = recordings.of(concerned);
        Map<UUID, Set<UUID>> untoldRecordings = causes.untoldRecordings(deliveries.stream()
                .filter(delivery -> delivery.kind() == MailKind.RECORDING_AVAILABLE)
                .map(Delivery::registration)
                .collect(Collectors.toSet()));
        Map<Long, Case.Cause> caused = causes.of(deliveries.stream()
                .map(Delivery::notice)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, MessageInfo> messages = causes.messages(deliveries.stream()
                .filter(delivery -> delivery.kind() == MailKind.MESSAGE)
                .map(Delivery::about)
                .collect(Collectors.toSet()));
        Map<UUID, Memory> memories = tellings.of(registrations(deliveries), gathering(deliveries));
        return deliveries.stream()
                .filter(delivery -> persons.containsKey(delivery.registration()))
                .map(delivery -> {
                    Person person = found(persons.get(delivery.registration()), delivery);
                    return new Case(
                            delivery,
                            person,
                            found(known.get(person.activity()), delivery),
                            tellsNews(delivery) ? news(new Untold(delivery), known, signedUp) : null,
                            gathered.getOrDefault(delivery.registration(), List.of()).stream()
                                    .filter(other -> tellsNews(delivery) && other.delivery() != delivery.id())
                                    .map(other -> news(other, known, signedUp))
                                    .toList(),
                            delivery.notice() == null ? null : caused.get(delivery.notice()),
                            held(holding, known, delivery),
                            recorded.getOrDefault(person.activity(), List.of()),
                            untoldRecordings.getOrDefault(person.id(), Set.of()),
                            delivery.kind() == MailKind.MESSAGE
                                    ? found(messages.get(delivery.about()), delivery)
                                    : null,
                            found(memories.get(person.id()), delivery));
                })
                .sorted(Comparator.comparing(Facts::remindsOf))
                .toList();
    }

    /**
     * When the session begins that a reminder is of: the first of a sitting tells of the others, so it must be looked at
     * before them, whichever was heard of first. Whatever else there is comes before, in its order.
     */
    private static Instant remindsOf(Case subject) {
        return subject.delivery().kind() == MailKind.REMINDER
                ? subject.session().map(session -> session.slot().startsAt()).orElse(Instant.MIN)
                : Instant.MIN;
    }

    /** Those for whom a mail may have told of what another was planned for. */
    private static Set<UUID> gathering(Collection<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.kind().gathers())
                .map(Delivery::registration)
                .collect(Collectors.toSet());
    }

    /** Who else has the address, for each mail that lists all of its registrations. */
    private Map<UUID, List<Person>> holding(Collection<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.kind() == MailKind.LINKS)
                .map(Delivery::registration)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), people::ofSameAddress));
    }

    private static List<Held> held(Map<UUID, List<Person>> holding, Map<UUID, Activity> known, Delivery delivery) {
        return delivery.kind() != MailKind.LINKS
                ? List.of()
                : holding.getOrDefault(delivery.registration(), List.of()).stream()
                        .map(person -> new Held(person, found(known.get(person.activity()), delivery)))
                        .toList();
    }

    private static Set<UUID> shown(Set<UUID> concerned, Map<UUID, List<Person>> holding, Collection<Untold> untold) {
        Set<UUID> all = new HashSet<>(concerned);
        untold.stream().map(Untold::activity).forEach(all::add);
        holding.values().stream().flatMap(List::stream).map(Person::activity).forEach(all::add);
        return all;
    }

    private static News news(Untold untold, Map<UUID, Activity> known, Set<Long> signedUp) {
        Activity activity = known.get(untold.activity());
        if (activity == null) {
            throw new IllegalStateException(
                    "Delivery %d was planned, but what it is about is not known".formatted(untold.delivery()));
        }
        return new News(activity, signedUp.contains(untold.delivery()));
    }

    private static boolean tellsNews(Delivery delivery) {
        return delivery.kind() == MailKind.NEW_IN_SERIES;
    }

    private static <T> T found(@Nullable T fact, Delivery delivery) {
        if (fact == null) {
            throw new IllegalStateException(
                    "Delivery %d was planned, but what it is about is not known".formatted(delivery.id()));
        }
        return fact;
    }
}

package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import museum.atrium.inbox.scripted.Mail;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Crowd;
import museum.atrium.notification.story.Instance;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInstances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances that share a queue are killed while they empty it, after as many mails as a printed seed decides. */
class KilledOneAfterAnotherTest extends WithInstances {

    private static final int MAILS = 3_000;
    private static final int INSTANCES = 3;

    /** Marks are flushed every 10 ms. On a machine with far more to do than it can, a flush was seen to take 280 ms. */
    private static final long UNMARKED = Duration.ofSeconds(1).toNanos();

    private record Kill(long begun, long done) {

        boolean explainsRepeatOf(long arrival) {
            return arrival > begun - UNMARKED && arrival < done + UNMARKED;
        }
    }

    @Autowired
    Crowd crowd;

    @Autowired
    Senders senders;

    private final CompletableFuture<Void> allAreThere = new CompletableFuture<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final Map<String, Long> firstArrivals = new ConcurrentHashMap<>();
    private final Map<Integer, Instance> toBeKilled = new ConcurrentHashMap<>();
    private final Collection<Kill> kills = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void thisInstanceSendsNothingAtFirst() {
        senders.stop();
    }

    @AfterEach
    void goOn() {
        allAreThere.complete(null);
        if (!senders.isRunning()) {
            senders.start();
        }
    }

    @Test
    void everyMailArrivesAndOnlyThoseOfTheLastInstantsAreRepeated() {
        Set<String> people = crowd.waitsFor(story.activity, MAILS).stream()
                .map(Story::address)
                .collect(Collectors.toSet());
        announcer.tell(story.published());
        smtp().follow(this::reaction);
        chooseInstants(instances(INSTANCES));
        allAreThere.complete(null);
        eventually(Duration.ofSeconds(60), () -> assertThat(kills).hasSize(INSTANCES));
        senders.start();
        eventually(
                Duration.ofSeconds(60), () -> assertThat(outbound.unfinished()).isZero());

        Map<String, List<Mail>> received = smtp().received().stream()
                .filter(mail -> people.contains(mail.to().getFirst()))
                .collect(Collectors.groupingBy(mail -> mail.to().getFirst()));
        assertThat(received.keySet().equals(people)).isTrue();
        Map<String, List<Mail>> repeated = received.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(repeated)
                .allSatisfy((one, mails) -> assertThat(
                                mails.stream().map(Mail::messageId).distinct())
                        .hasSize(1));
        assertThat(firstArrivals.entrySet())
                .filteredOn(arrival -> repeated.containsKey(arrival.getKey()))
                .allSatisfy(arrival -> assertThat(kills).anyMatch(kill -> kill.explainsRepeatOf(arrival.getValue())));
        System.out.printf("%d of %d mails came twice%n", repeated.size(), MAILS);
    }

    private void chooseInstants(List<Instance> instances) {
        long seed = Long.getLong("atrium.seed", System.nanoTime());
        System.out.printf("instances are killed by -Datrium.seed=%d%n", seed);
        Random random = new Random(seed);
        int share = MAILS / (INSTANCES + 1);
        for (int number = 0; number < INSTANCES; number++) {
            toBeKilled.put(number * share + random.nextInt(1, share), instances.get(number));
        }
    }

    private Reaction reaction(Moment moment, Mail mail) {
        if (moment == Moment.CONNECT) {
            return Reaction.after(allAreThere, Reaction.accept());
        }
        if (moment == Moment.DOT) {
            firstArrivals.putIfAbsent(mail.to().getFirst(), System.nanoTime());
            Instance instance = toBeKilled.remove(arrived.incrementAndGet());
            if (instance != null) {
                long begun = System.nanoTime();
                instance.kill();
                kills.add(new Kill(begun, System.nanoTime()));
            }
        }
        return Reaction.accept();
    }
}

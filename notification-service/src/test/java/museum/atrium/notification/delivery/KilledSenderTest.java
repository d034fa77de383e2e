package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import museum.atrium.inbox.scripted.Moment;
import museum.atrium.inbox.scripted.Reaction;
import museum.atrium.notification.story.Instance;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.Waits;
import museum.atrium.notification.story.WithInstances;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A sender's process is killed at an instant that the mail server, or a lock of the database, has chosen. */
class KilledSenderTest extends WithInstances {

    /** What is promised: the lease is 15 s, and two looks for dead senders are 3 s apart. */
    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(30);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Waits waits;

    @Autowired
    DeliverySettings settings;

    @Autowired
    Senders senders;

    private final CompletableFuture<Void> killed = new CompletableFuture<>();
    private long killedAt;

    @BeforeEach
    void thisInstanceSendsNothingAtFirst() {
        senders.stop();
    }

    @AfterEach
    void goOn() {
        killed.complete(null);
        if (!senders.isRunning()) {
            senders.start();
        }
    }

    @Test
    void killedBetweenTheFinalDotAndThe250OnlyWhatWasInDataGoesAgainAndWithTheSameMessageId() {
        List<UUID> people = people(30);
        Set<String> hadTheirDot = ConcurrentHashMap.newKeySet();
        Instance instance = anInstanceWithTheLeaseOfProduction();
        smtp().follow((moment, mail) -> {
            if (moment == Moment.DOT && !killed.isDone()) {
                hadTheirDot.addAll(mail.to());
                return Reaction.after(killed, Reaction.accept());
            }
            return Reaction.accept();
        });
        confirm(people);
        eventually(() -> assertThat(hadTheirDot).isNotEmpty());
        kill(instance);

        goesOn(people);
        assertThat(people)
                .allSatisfy(one -> assertThat(received(one))
                        .hasSizeBetween(hadTheirDot.contains(Story.address(one)) ? 2 : 1, 2)
                        .allMatch(received(one).getFirst()::equals));
        assertThat(people)
                .filteredOn(one -> received(one).size() == 2)
                .hasSizeLessThanOrEqualTo(settings.connections());
    }

    @Test
    void killedBetweenThe250AndItsMarkTheMailGoesAgainWithTheSameMessageId() {
        UUID somebody = story.somebody();
        CompletableFuture<Void> atDot = new CompletableFuture<>();
        CompletableFuture<Void> unmarkable = new CompletableFuture<>();
        Instance instance = anInstance();
        smtp().follow((moment, mail) -> {
            if (moment == Moment.DOT) {
                atDot.complete(null);
                return Reaction.after(unmarkable, Reaction.accept());
            }
            return Reaction.accept();
        });
        confirm(List.of(somebody));
        eventually(() -> assertThat(atDot).isDone());

        transactions.executeWithoutResult(holding -> {
            jdbc.sql("select id from deliveries where registration = :somebody for update")
                    .param("somebody", somebody)
                    .query(Long.class)
                    .single();
            unmarkable.complete(null);
            // It has read the 250, or it would not mark the mail.
            eventually(() -> assertThat(waits.forALock("set status = 'SENT'")).isTrue());
            kill(instance);
        });

        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENDING");
        goesOn(List.of(somebody));
        gotTwiceTheSame(somebody);
        assertThat(outbound.attempts(somebody)).containsExactly("UNKNOWN");
    }

    @Test
    void killedWhileItClaimsNothingIsHeldAndNothingRepeated() {
        UUID somebody = story.somebody();
        Instance instance = anInstance();

        transactions.executeWithoutResult(holding -> {
            // Whoever claims next waits for this transaction, to know whether it keeps the number.
            jdbc.sql("""
                    with next as (select nextval(pg_get_serial_sequence('claims', 'id')) as id)
                    insert into claims (id, sender, deliveries, lease_until) overriding system value
                    select next.id + ahead, gen_random_uuid(), '{}', now() from next, generate_series(1, 100) ahead
                    """).update();
            holding.setRollbackOnly();
            CompletableFuture.runAsync(() -> confirm(List.of(somebody))).join();
            eventually(() -> assertThat(waits.forALock("insert into claims")).isTrue());
            kill(instance);
        });

        goesOn(List.of(somebody));
        gotOnce(somebody);
        assertThat(outbound.attempts(somebody)).isEmpty();
    }

    @Test
    void killedBetweenItsClaimAndTheFirstMailItsMailsGoOnceAndBeforeThoseThatCameLater() {
        List<UUID> people = people(10);
        List<UUID> later = people(10);
        Instance instance = anInstance();
        smtp().follow((moment, mail) ->
                moment == Moment.CONNECT ? Reaction.after(killed, Reaction.accept()) : Reaction.accept());
        confirm(people);
        eventually(() -> assertThat(people)
                .allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENDING")));

        kill(instance);
        confirm(later);

        eventually(
                GOES_ON_WITHIN,
                () -> assertThat(people)
                        .allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION QUEUED")));
        assertThat(nextInLine(people.size())).containsExactlyInAnyOrderElementsOf(people);
        goesOn(people);
        goesOn(later);
        assertThat(people).allSatisfy(this::gotOnce);
        assertThat(later).allSatisfy(this::gotOnce);
    }

    private void kill(Instance instance) {
        instance.kill();
        killedAt = System.nanoTime();
        killed.complete(null);
    }

    /** This instance is the one that is left. */
    private void goesOn(List<UUID> people) {
        if (!senders.isRunning()) {
            senders.start();
        }
        eventually(
                GOES_ON_WITHIN.minusNanos(System.nanoTime() - killedAt),
                () -> assertThat(people)
                        .allSatisfy(one -> assertThat(outbound.of(one)).containsExactly("CONFIRMATION SENT")));
    }

    private void gotOnce(UUID one) {
        assertThat(received(one)).hasSize(1);
    }

    private void gotTwiceTheSame(UUID one) {
        assertThat(received(one)).hasSize(2).allMatch(received(one).getFirst()::equals);
    }

    private List<UUID> nextInLine(int many) {
        Queue queue = new Queue(jdbc, new Leases(jdbc, settings));
        return transactions.execute(looking -> {
            looking.setRollbackOnly();
            Claim claim = queue.claim(List.of(Lane.TRANSACTIONAL), many).orElseThrow();
            return claim.deliveries().stream().map(Delivery::registration).toList();
        });
    }
}

package museum.atrium.registration.signup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import museum.atrium.http.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Group commit: requests wait in a bounded line, and whatever waits is admitted together in one short transaction. In a
 * quiet moment a batch is one request and nobody waits for company.
 */
@Component
class Admission implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    /** In a crowd the next are about to come: a moment's wait spares them a transaction. */
    private static final Duration GATHERING = Duration.ofMillis(2);

    private static final int CROWD = 8;

    private record Waiting(Party party, CompletableFuture<SignUpAnswer> answer) {}

    private final Admitting admitting;
    private final AdmissionSettings settings;
    private final List<BlockingQueue<Waiting>> lines;
    private volatile List<Thread> committers = List.of();

    Admission(Admitting admitting, AdmissionSettings settings) {
        this.admitting = admitting;
        this.settings = settings;
        this.lines = IntStream.range(0, settings.committers())
                .<BlockingQueue<Waiting>>mapToObj(i -> new ArrayBlockingQueue<>(settings.queueCapacity()))
                .toList();
    }

    /** @throws Refusal 503 if too many wait, or no answer came in time: asking again is harmless, an address counts once */
    SignUpAnswer admit(Party party) {
        Waiting waiting = new Waiting(party, new CompletableFuture<>());
        int committer = Math.floorMod(party.slug().hashCode(), lines.size());
        if (!isRunning() || !lines.get(committer).offer(waiting)) {
            throw Refusal.overloaded(COME_BACK);
        }
        try {
            return waiting.answer().get(settings.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            waiting.answer().cancel(false);
            throw Refusal.overloaded(COME_BACK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.overloaded(COME_BACK);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void commitFrom(BlockingQueue<Waiting> line) {
        List<Waiting> batch = new ArrayList<>(settings.batchSize());
        boolean crowded = false;
        try {
            while (true) {
                batch.add(line.take());
                if (crowded) {
                    Thread.sleep(GATHERING);
                }
                line.drainTo(batch, settings.batchSize() - 1);
                batch.removeIf(waiting -> waiting.answer().isDone());
                commit(batch);
                crowded = batch.size() >= CROWD;
                batch.clear();
            }
        } catch (InterruptedException e) {
            line.drainTo(batch);
            batch.forEach(waiting -> waiting.answer().completeExceptionally(Refusal.overloaded(COME_BACK)));
        }
    }

    private void commit(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<SignUpAnswer> answers =
                    admitting.admit(batch.stream().map(Waiting::party).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException failure) {
            if (batch.size() == 1 || databaseIsAway(failure)) {
                log.warn(
                        "{} parties were not admitted and are told to come back: {}", batch.size(), failure.toString());
                batch.forEach(waiting -> waiting.answer().completeExceptionally(failure));
            } else {
                batch.forEach(waiting -> commit(List.of(waiting)));
            }
        }
    }

    private static boolean databaseIsAway(RuntimeException failure) {
        return failure instanceof CannotCreateTransactionException
                || failure instanceof TransientDataAccessException
                || failure instanceof NonTransientDataAccessResourceException;
    }

    @Override
    public void start() {
        committers = IntStream.range(0, lines.size())
                .mapToObj(
                        i -> Thread.ofPlatform().name("admission-" + i).daemon().start(() -> commitFrom(lines.get(i))))
                .toList();
    }

    /** The web server has stopped before and waited for its requests, so the lines are empty but after a timeout. */
    @Override
    public void stop() {
        List<Thread> stopping = committers;
        committers = List.of();
        stopping.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return !committers.isEmpty();
    }
}

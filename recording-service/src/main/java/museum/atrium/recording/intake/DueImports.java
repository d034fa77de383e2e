package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import me.desair.tus.server.upload.UploadLock;
import museum.atrium.recording.intake.Imports.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has everything fetched that is due, on whichever instance comes first: the upload's lock is the file system's, so that it ends with
 * whoever held it.
 */
@Component
class DueImports implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(DueImports.class);

    private final Imports imports;
    private final Fetching fetching;
    private final ImportResults results;
    private final UploadLocks locks;
    private final Clock clock;
    private final ExecutorService workers;
    private final AtomicLong order = new AtomicLong();
    private final Set<UUID> underway = ConcurrentHashMap.newKeySet();

    DueImports(Imports imports, Fetching fetching, ImportResults results, UploadLocks locks, Clock clock) {
        this.imports = imports;
        this.fetching = fetching;
        this.results = results;
        this.locks = locks;
        this.clock = clock;
        this.workers = new ThreadPoolExecutor(
                results.atOnce(),
                results.atOnce(),
                0,
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform().name("import-", 0).factory());
    }

    /** One that waits for a worker. What never answers is tried again behind all that might: a server that hangs holds nobody up twice. */
    private record Waiting(int attempts, long order, Runnable work) implements Runnable, Comparable<Waiting> {

        @Override
        public void run() {
            work.run();
        }

        @Override
        public int compareTo(Waiting other) {
            return Comparator.comparingInt(Waiting::attempts)
                    .thenComparingLong(Waiting::order)
                    .compare(this, other);
        }
    }

    @Scheduled(fixedDelayString = "${atrium.imports.look-every}")
    void fetchWhatIsDue() {
        for (Due due : imports.due()) {
            if (underway.add(due.upload())) {
                workers.execute(new Waiting(due.attempts(), order.getAndIncrement(), () -> fetch(due.upload())));
            }
        }
    }

    private void fetch(UUID upload) {
        try (UploadLock held = locks.tryHold(upload + ".lock", StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .orElse(null)) {
            if (held != null) {
                // Another instance may have had it since.
                imports.due(upload).ifPresent(this::fetch);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (RuntimeException failure) {
            log.error("What was fetched could not be written down: it is tried again. {}", upload, failure);
        } finally {
            underway.remove(upload);
        }
    }

    private void fetch(Import asked) {
        Instant end = asked.askedAt().plus(results.patience());
        switch (fetching.fetch(asked, end)) {
            case Fetched.Whole whole -> log.info("The file of the recording {} has come", asked.recording());
            case Fetched.Later(String reason) -> {
                Instant next = clock.instant().plus(wait(asked.attempts()));
                if (next.isAfter(end)) {
                    results.never(
                            asked,
                            reason + " It was tried for " + results.patience().toHours() + " hours.");
                } else {
                    results.later(asked, reason, next);
                }
            }
            case Fetched.Never(String reason) -> results.never(asked, reason);
            case Fetched.Abandoned abandoned -> log.debug("Fetching ends: nobody waits for it here");
        }
    }

    /** Half a minute at first, an hour at most. */
    private static Duration wait(int attempts) {
        return Duration.ofSeconds(Math.min(3600, 30L << Math.min(attempts, 7)));
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}

package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import me.desair.tus.server.upload.UploadLock;
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
    private final Set<UUID> underway = ConcurrentHashMap.newKeySet();

    DueImports(Imports imports, Fetching fetching, ImportResults results, UploadLocks locks, Clock clock) {
        this.imports = imports;
        this.fetching = fetching;
        this.results = results;
        this.locks = locks;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(
                results.atOnce(), Thread.ofPlatform().name("import-", 0).factory());
    }

    @Scheduled(fixedDelayString = "${atrium.imports.look-every}")
    void fetchWhatIsDue() {
        for (UUID due : imports.due()) {
            if (underway.add(due)) {
                workers.execute(() -> fetch(due));
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

package museum.atrium.recording.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import me.desair.tus.server.upload.UploadLock;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.Recordings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an upload from its last byte to a recording that is ready, or failed. The request that brought the last byte
 * waits a while, so that a small file is ready when its uploader hears that it arrived; a large one is checked on.
 */
@Component
class Finishing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Finishing.class);
    private static final Duration PATIENCE_OF_A_REQUEST = Duration.ofSeconds(10);
    private static final int AT_ONCE = 2;

    private final Uploads uploads;
    private final UploadLocks locks;
    private final Recordings recordings;
    private final Checking checking;
    private final TransactionTemplate transaction;
    private final Map<UUID, CompletableFuture<?>> underway = new ConcurrentHashMap<>();
    private final ExecutorService checks = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("upload-check-", 0).factory());

    Finishing(
            Uploads uploads,
            UploadLocks locks,
            Recordings recordings,
            Checking checking,
            TransactionTemplate transaction) {
        this.uploads = uploads;
        this.locks = locks;
        this.recordings = recordings;
        this.checking = checking;
        this.transaction = transaction;
    }

    /** An upload of nothing has all its bytes as soon as it is there. */
    void finishEmpty(UUID id) {
        uploads.find(id).ifPresent(upload -> uploads.touch(upload, 0L));
        finishIfComplete(id);
    }

    void finishIfComplete(UUID id) {
        if (complete(id).isPresent()) {
            start(id);
            await(underway.getOrDefault(id, CompletableFuture.completedFuture(null)));
        }
    }

    /** Takes up what was complete when an instance died. */
    @Scheduled(fixedDelayString = "${atrium.recordings.sweep-every}")
    void finishWhatWasLeft() {
        for (Upload upload : uploads.unfinished()) {
            if (uploads.complete(upload)) {
                start(upload.id());
            }
        }
    }

    private void start(UUID id) {
        underway.computeIfAbsent(id, started -> CompletableFuture.runAsync(() -> finish(started), checks));
    }

    private void finish(UUID id) {
        try {
            settled(id).filter(this::isToBeChecked).ifPresent(checking::check);
        } catch (RuntimeException broken) {
            log.error("An upload could not be checked: it is tried again. {}", id, broken);
        } finally {
            underway.remove(id);
        }
    }

    private Optional<Upload> complete(UUID id) {
        return uploads.find(id).filter(upload -> !upload.finished()).filter(uploads::complete);
    }

    /**
     * Complete, and not by bytes that are taken back: as long as a request is at it, its checksum may turn out to be wrong. What is
     * busy is looked at once more by the next sweep.
     */
    private Optional<Upload> settled(UUID id) {
        Upload seen = uploads.find(id).orElse(null);
        if (seen == null) {
            return Optional.empty();
        }
        try (UploadLock alone = locks.hold(seen.lock()).orElse(null)) {
            return alone == null ? Optional.empty() : complete(id);
        } catch (NoSuchFileException fetchedByUs) {
            return complete(id);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean isToBeChecked(Upload upload) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> recordings.lock(upload.recording()).map(this::begun).orElse(false)));
    }

    private boolean begun(Recording recording) {
        return switch (recording.state()) {
            case UPLOADING -> {
                recordings.save(recording.processing());
                yield true;
            }
            case PROCESSING -> true;
            case AWAITING_UPLOAD, READY, SCHEDULED, PUBLISHED, RETRACTED, FAILED -> false;
        };
    }

    private static void await(CompletableFuture<?> check) {
        try {
            check.get(PATIENCE_OF_A_REQUEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillAtIt) {
            log.info("A large upload is being checked on after its request was answered");
        } catch (ExecutionException stopping) {
            log.info("An upload is checked after the next start", stopping);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void destroy() {
        checks.shutdownNow();
    }
}

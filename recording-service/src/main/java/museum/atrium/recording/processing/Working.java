package museum.atrium.recording.processing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.processing.Job.StepOfJob;
import museum.atrium.recording.processing.Making.Made;
import museum.atrium.recording.store.MediaFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes a job from where it stands to its end. */
@Component
class Working {

    private static final Logger log = LoggerFactory.getLogger(Working.class);
    /** A job that ends its worker each time must not do so for ever. */
    private static final int MOST_TRIES = 4;

    private final Jobs jobs;
    private final StepResults results;
    private final Making making;
    private final MediaFolder folder;

    Working(Jobs jobs, StepResults results, Making making, MediaFolder folder) {
        this.jobs = jobs;
        this.results = results;
        this.making = making;
        this.folder = folder;
    }

    /** Returns when it is done, has failed, or is wanted by nobody; or when the thread is interrupted: others go on with it. */
    void work(Job job) {
        try {
            for (StepOfJob step : job.steps()) {
                if (step.open() && !isDone(job, step)) {
                    if (Thread.currentThread().isInterrupted()) {
                        release(job);
                    }
                    return;
                }
            }
            results.finish(job);
        } catch (RuntimeException broken) {
            log.error(
                    "Processing of the recording {} broke off and is begun again in {} s",
                    job.recording(),
                    Jobs.LEASE.toSeconds(),
                    broken);
        }
    }

    /** An interrupted thread gets no connection to the database. */
    private void release(Job job) {
        boolean interrupted = Thread.interrupted();
        jobs.release(job);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDone(Job job, StepOfJob step) {
        if (job.tries() > MOST_TRIES) {
            results.failed(
                    job,
                    step,
                    "%s was begun %d times and broke off each time."
                            .formatted(step.step().about(), MOST_TRIES));
            return false;
        }
        Optional<UUID> file = results.begin(job, step);
        return file.isPresent() && isDone(job, step.step(), file.get());
    }

    private boolean isDone(Job job, Step step, UUID file) {
        try {
            return isSettled(job, step, file, made(job, step, file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What is not wanted, or broke off, leaves nothing. */
    private Made made(Job job, Step step, UUID file) throws IOException {
        Made made = new Made.Unwanted();
        try {
            Path work = Files.createDirectory(folder.path(MediaFolder.work(file)));
            made = making.make(latest(job), step, work, stillWanted(job, step));
            return made;
        } finally {
            if (made instanceof Made.Unwanted) {
                folder.removeQuietly(file);
            }
        }
    }

    private boolean isSettled(Job job, Step step, UUID file, Made made) throws IOException {
        return switch (made) {
            case Made.Result(Map<String, String> result) -> results.done(job, step, file, result);
            case Made.Bytes bytes -> {
                Path target = folder.path(file.toString());
                Files.move(bytes.file(), target, StandardCopyOption.ATOMIC_MOVE);
                Rendition rendition = new Rendition(
                        bytes.name(), file.toString(), bytes.mediaType(), Files.size(target), bytes.stream());
                boolean mine = results.done(job, step, file, rendition, bytes.playlist());
                if (!mine) {
                    folder.removeQuietly(file);
                }
                yield mine;
            }
            case Made.Failed(String reason) -> {
                results.failed(job, running(step, file), reason);
                yield false;
            }
            case Made.Unwanted unwanted -> false;
        };
    }

    private static StepOfJob running(Step step, UUID file) {
        return new StepOfJob(step, Job.StepState.RUNNING, 0, file, Map.of());
    }

    /** With what the steps before have found. */
    private Job latest(Job job) {
        return jobs.find(job.recording())
                .filter(now -> job.worker() != null && job.worker().equals(now.worker()))
                .orElse(job);
    }

    /** A database that is away for a while is waited for; whether the job is still ours shows at its end. */
    private IntPredicate stillWanted(Job job, Step step) {
        return progress -> {
            try {
                return jobs.renew(job, step, progress);
            } catch (DataAccessException | TransactionException away) {
                return true;
            }
        };
    }
}

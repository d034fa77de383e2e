package museum.atrium.recording.processing;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.recording.catalogue.Recording;
import museum.atrium.recording.catalogue.RecordingState;
import museum.atrium.recording.catalogue.Recordings;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.processing.Job.State;
import museum.atrium.recording.processing.Job.StepOfJob;
import museum.atrium.recording.processing.Job.StepState;
import museum.atrium.recording.store.DiscardedFiles;
import museum.atrium.recording.store.MediaFolder;
import museum.atrium.recording.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what a worker does, if the job is still its own. Each file is named by a row before it is begun, so that a crash
 * leaves none behind. The recording is locked first, always.
 */
@Component
class StepResults {

    private static final Logger log = LoggerFactory.getLogger(StepResults.class);

    private final Jobs jobs;
    private final Recordings recordings;
    private final Renditions renditions;
    private final DiscardedFiles discarded;
    private final Secrets secrets;

    StepResults(Jobs jobs, Recordings recordings, Renditions renditions, DiscardedFiles discarded, Secrets secrets) {
        this.jobs = jobs;
        this.recordings = recordings;
        this.renditions = renditions;
        this.discarded = discarded;
        this.secrets = secrets;
    }

    /** The name of the file that the step is to write; nothing when the job is no longer this worker's. */
    @Transactional
    public Optional<UUID> begin(Job job, StepOfJob step) {
        return mine(job).map(recording -> {
            discard(step.file());
            UUID file = UUID.randomUUID();
            jobs.step(job.recording(), new StepOfJob(step.step(), StepState.RUNNING, 0, file, Map.of()));
            return file;
        });
    }

    @Transactional
    public boolean done(Job job, Step step, UUID file, Map<String, String> result) {
        return mine(job)
                .map(recording -> {
                    settle(job, step, file, result);
                    return true;
                })
                .orElse(false);
    }

    /** @param rendition its file lies in the store already */
    @Transactional
    public boolean done(Job job, Step step, UUID file, Rendition rendition, @Nullable String playlist) {
        return mine(job)
                .map(recording -> {
                    renditions.add(job.recording(), rendition, playlist);
                    settle(job, step, file, Map.of());
                    return true;
                })
                .orElse(false);
    }

    private void settle(Job job, Step step, UUID file, Map<String, String> result) {
        jobs.step(job.recording(), new StepOfJob(step, StepState.DONE, 100, null, result));
        jobs.advanced(job.recording());
        discarded.discard(MediaFolder.work(file));
    }

    @Transactional
    public void failed(Job job, StepOfJob step, String reason) {
        mine(job).ifPresent(recording -> {
            recordings.save(recording.failed(reason));
            discard(step.file());
            jobs.step(job.recording(), new StepOfJob(step.step(), StepState.FAILED, 0, null, Map.of()));
            jobs.settle(job.recording(), State.FAILED);
            log.warn("Processing of the recording {} failed and can be retried: {}", job.recording(), reason);
        });
    }

    /** All is there: from now on it can be published. Where it was played before, if it was, it is played no more. */
    @Transactional
    public void finish(Job job) {
        mine(job).ifPresent(recording -> {
            Optional.ofNullable(recording.media())
                    .map(media -> recording.ready(media.at(secrets.next())))
                    .ifPresent(recordings::save);
            jobs.settle(job.recording(), State.DONE);
            log.info("The recording {} is processed and ready", job.recording());
        });
    }

    private void discard(@Nullable UUID file) {
        if (file != null) {
            discarded.discard(file);
        }
    }

    private Optional<Recording> mine(Job job) {
        return recordings
                .lock(job.recording())
                .filter(recording -> recording.state() == RecordingState.PROCESSING)
                .filter(recording -> jobs.lock(job));
    }
}

package museum.atrium.recording.processing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.catalogue.Rendition;
import museum.atrium.recording.catalogue.Renditions;
import museum.atrium.recording.processing.Job.State;
import museum.atrium.recording.processing.Job.StepOfJob;
import museum.atrium.recording.processing.Job.StepState;
import museum.atrium.recording.store.DiscardedFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the rest of the service asks of processing. The caller has locked the recording. */
@Component
public class Processing {

    private static final Logger log = LoggerFactory.getLogger(Processing.class);
    private static final int AT_ONCE = 20;

    private final Jobs jobs;
    private final Renditions renditions;
    private final DiscardedFiles discarded;

    Processing(Jobs jobs, Renditions renditions, DiscardedFiles discarded) {
        this.jobs = jobs;
        this.renditions = renditions;
        this.discarded = discarded;
    }

    /** Every source is processed but once at a time; what was made of another before is forgotten. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(RecordingId recording, String file, Source source) {
        forget(recording);
        jobs.add(recording, file, source);
    }

    /** From the step on that failed. Returns false when there is nothing that could be done again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean again(RecordingId recording) {
        Optional<Job> job = jobs.find(recording).filter(found -> found.state() != State.DONE);
        job.ifPresent(found -> {
            found.steps().stream()
                    .filter(StepOfJob::open)
                    .forEach(step -> jobs.step(
                            recording, new StepOfJob(step.step(), StepState.WAITING, 0, step.file(), step.result())));
            jobs.settle(recording, State.WAITING);
        });
        return job.isPresent();
    }

    /** From the beginning, of what lies between these times. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void trim(RecordingId recording, Trim trim) {
        jobs.find(recording).ifPresent(job -> {
            begin(recording, job.file(), job.source());
            jobs.trim(recording, trim);
        });
    }

    /** Whoever works on it notices within seconds. Returns false when nobody was to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean cancel(RecordingId recording) {
        Optional<Job> job = jobs.find(recording).filter(found -> found.state() == State.WAITING);
        job.ifPresent(found -> jobs.settle(recording, State.CANCELLED));
        return job.isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(RecordingId from, RecordingId to) {
        forget(to);
        jobs.move(from, to);
        renditions.move(from, to);
    }

    /** With every byte that was made, but not the source. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(RecordingId recording) {
        renditions.of(recording).stream().map(Rendition::file).forEach(discarded::discard);
        renditions.remove(recording);
        jobs.find(recording).stream()
                .flatMap(job -> job.steps().stream())
                .map(StepOfJob::file)
                .filter(Objects::nonNull)
                .forEach(discarded::discard);
        jobs.remove(recording);
    }

    /** Removes what was uploaded where its processing ended before that, and tells whether there may be more. */
    @Transactional
    public boolean removeSourcesOfBefore(Instant limit) {
        List<Job> done = jobs.lockDoneBefore(limit, AT_ONCE);
        done.forEach(job -> {
            discarded.discard(job.file());
            jobs.sourceRemoved(job.recording());
            log.info("What was uploaded for the recording {} is removed after its time", job.recording());
        });
        return done.size() == AT_ONCE;
    }

    /**
     * How far it is.
     *
     * @param progress of 100
     * @param duration of the source; null when it does not say
     * @param sourceRemovedAt since when it cannot be processed again; null: it can
     */
    public record Standing(
            String state,
            int progress,
            @Nullable Duration duration,
            Trim trim,
            @Nullable Instant sourceRemovedAt,
            List<StepStanding> steps) {

        /** How long what is shown lasts; null when nobody knows. */
        public @Nullable Duration shown() {
            Double seconds = trim.length(duration == null ? null : Trim.seconds(duration));
            return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1e3));
        }
    }

    public record StepStanding(String name, String state, int progress) {}

    public Optional<Standing> of(RecordingId recording) {
        return jobs.find(recording).map(Processing::standing);
    }

    private static Standing standing(Job job) {
        boolean atWork = job.state() == State.WAITING && job.worker() != null;
        return new Standing(
                atWork ? "RUNNING" : job.state().name(),
                job.progress(),
                job.source().duration(),
                job.trim(),
                job.sourceRemovedAt(),
                job.steps().stream()
                        .map(of -> new StepStanding(of.step().name(), of.state().name(), of.progress()))
                        .toList());
    }
}

package museum.atrium.recording.processing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;

/**
 * The work on one recording.
 *
 * @param file the source, in the store
 * @param worker who has it at the moment, by a name that it took for this once
 * @param tries how often it was taken up since a step was last finished
 */
record Job(
        RecordingId recording,
        State state,
        String file,
        Source source,
        Trim trim,
        @Nullable UUID worker,
        int tries,
        @Nullable Instant sourceRemovedAt,
        List<StepOfJob> steps) {

    enum State {
        /** For an instance, or for the end of its work. */
        WAITING,
        DONE,
        FAILED,
        CANCELLED
    }

    enum StepState {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param progress of 100
     * @param file what it is writing, while it runs
     * @param result what it found, for those that come after it
     */
    record StepOfJob(
            Step step,
            StepState state,
            int progress,
            @Nullable UUID file,
            Map<String, String> result) {

        boolean open() {
            return state != StepState.DONE;
        }
    }

    /** Of 100, over all steps. */
    int progress() {
        int whole = steps.stream().mapToInt(of -> of.step().weight()).sum();
        long done = steps.stream()
                .mapToLong(of -> (long) of.step().weight() * of.progress())
                .sum();
        return whole == 0 ? 0 : (int) (done / whole);
    }
}

package museum.atrium.recording.processing;

import java.time.Duration;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** How far ffmpeg has come, by what it says of the time that it is at. */
final class StepProgress {

    private static final String TIME = "out_time_us=";
    private static final int ALMOST = 99;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(1);

    private final @Nullable Double length;
    private final IntPredicate report;
    private volatile long at;
    private long reported;

    /** @param report is told of the progress, of 100, and answers whether to go on */
    StepProgress(Job job, IntPredicate report) {
        this.length = job.trim().length(job.source().seconds());
        this.report = report;
    }

    /** Returns whether it has got further. */
    boolean hear(String line) {
        if (!line.startsWith(TIME)) {
            return false;
        }
        try {
            long now = Long.parseLong(line.substring(TIME.length()));
            boolean further = now > at;
            at = Math.max(at, now);
            return further;
        } catch (NumberFormatException notKnownYet) {
            return false;
        }
    }

    boolean goOn() {
        long now = System.nanoTime();
        if (now - reported < BETWEEN_REPORTS.toNanos()) {
            return !Thread.currentThread().isInterrupted();
        }
        reported = now;
        return report.test(percent()) && !Thread.currentThread().isInterrupted();
    }

    private int percent() {
        return length == null || length == 0 ? 0 : (int) Math.min(ALMOST, at / 1e4 / length);
    }
}

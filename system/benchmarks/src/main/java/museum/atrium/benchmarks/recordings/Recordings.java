package museum.atrium.benchmarks.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import museum.atrium.benchmarks.Bars;
import museum.atrium.benchmarks.MeasuredStack;
import museum.atrium.localstack.LocalStack;

/**
 * A minute of film in 1080p, from its last byte until the recording is ready, beside the same commands run by hand one after
 * another: what is added are the checksum, the database, and the time between two looks.
 */
final class Recordings {

    private static final int ROUNDS = 3;
    private static final int SECONDS = 60;
    private static final double BAR = 1.1;

    private Recordings() {}

    /** Exits with 1 if the bar is missed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Bars bars = new Bars("recordings");
        try (MeasuredStack measured = MeasuredStack.start(MeasuredStack.settings())) {
            LocalStack stack = measured.stack();
            Organiser organiser = new Organiser(stack.url(), stack.organizerPassword());
            organiser.publishActivity();
            ByHand byHand = ByHand.withTheToolsOf(stack.data());
            Path work = Files.createTempDirectory(stack.data(), "by-hand-");
            Path film = byHand.film(work, SECONDS);
            organiser.process(film);
            // What is measured is recording-service with its ffmpeg.
            stack.stop("notification-service");
            stack.stop("registration-service");
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                Duration hand = byHand.process(film, work);
                Duration service = organiser.process(film);
                ratios.add((double) service.toMillis() / hand.toMillis());
                System.out.printf(
                        "recordings round %d: by hand %.1f s, processed %.1f s%n",
                        round + 1, hand.toMillis() / 1e3, service.toMillis() / 1e3);
            }
            double ratio = ratios.stream().sorted().toList().get(ROUNDS / 2);
            bars.atMost("time beside the commands by hand", "%.2f".formatted(ratio), ratio, BAR);
        }
        System.exit(bars.passed() ? 0 : 1);
    }
}

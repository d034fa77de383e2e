package museum.atrium.benchmarks.recordings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import museum.atrium.benchmarks.Bars;
import museum.atrium.benchmarks.MeasuredStack;
import museum.atrium.localstack.LocalStack;

/**
 * A minute of film in 1080p, from its last byte until the recording is ready, beside the same commands run by hand one after
 * another: what is added are the checksum, the database, and the time between two looks. Then the film as players fetch it, beside nginx
 * with the same bytes: what is added is the question whether this viewer may watch, asked of the database for each part.
 */
final class Recordings {

    private static final Set<String> RUNS = Set.of("processing", "media");
    private static final int ROUNDS = 3;
    private static final int SECONDS = 60;
    private static final double MOST_TIME = 1.1;
    private static final double LEAST_THROUGHPUT = 0.2;
    private static final Duration WATCHING = Duration.ofSeconds(8);

    private Recordings() {}

    /**
     * Exits with 1 if a bar is missed.
     *
     * @param arguments which runs: {@code processing}, {@code media}; both if there is none
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Locale.setDefault(Locale.ROOT);
        Set<String> wanted = arguments.length == 0 ? RUNS : Set.of(arguments);
        if (!RUNS.containsAll(wanted)) {
            throw new IllegalArgumentException("There are the runs " + RUNS);
        }
        Bars bars = new Bars("recordings");
        try (MeasuredStack measured = MeasuredStack.start(MeasuredStack.settings())) {
            LocalStack stack = measured.stack();
            Organiser organiser = new Organiser(stack.url(), stack.organizerPassword());
            organiser.publishActivity();
            ByHand byHand = ByHand.withTheToolsOf(stack.data());
            Path work = Files.createTempDirectory(stack.data(), "by-hand-");
            Path film = byHand.film(work, SECONDS);
            String shown = organiser.process(film).id();
            // What is measured is recording-service with its ffmpeg.
            stack.stop("notification-service");
            stack.stop("registration-service");
            if (wanted.contains("processing")) {
                process(film, organiser, byHand, work, bars);
            }
            if (wanted.contains("media")) {
                watch(stack.url("recording-service").resolve(organiser.publish(shown)), organiser, work, bars);
            }
        }
        System.exit(bars.passed() ? 0 : 1);
    }

    private static void process(Path film, Organiser organiser, ByHand byHand, Path work, Bars bars)
            throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Duration hand = byHand.process(film, work);
            Duration service = organiser.process(film).time();
            ratios.add((double) service.toMillis() / hand.toMillis());
            System.out.printf(
                    "recordings round %d: by hand %.1f s, processed %.1f s%n",
                    round + 1, hand.toMillis() / 1e3, service.toMillis() / 1e3);
        }
        double ratio = median(ratios);
        bars.atMost("time beside the commands by hand", "%.2f".formatted(ratio), ratio, MOST_TIME);
    }

    private static void watch(URI film, Organiser organiser, Path work, Bars bars)
            throws IOException, InterruptedException, ExecutionException {
        Path served = Files.createDirectory(work.resolve("served"));
        Path copy = served.resolve("recording.mp4");
        organiser.download(film, copy);
        long size = Files.size(copy);
        List<Double> ratios = new ArrayList<>();
        try (Nginx nginx = Nginx.start(work, served)) {
            URI there = nginx.url("recording.mp4");
            Viewers.watch(film, size, WATCHING);
            for (int round = 0; round < ROUNDS; round++) {
                double peer = Viewers.watch(there, size, WATCHING);
                double service = Viewers.watch(film, size, WATCHING);
                ratios.add(service / peer);
                System.out.printf(
                        "recordings media round %d: nginx %,.0f MB/s, the service %,.0f MB/s%n",
                        round + 1, peer / 1e6, service / 1e6);
            }
        }
        double ratio = median(ratios);
        bars.atLeast("media throughput beside nginx", "%.2f".formatted(ratio), ratio, LEAST_THROUGHPUT);
    }

    private static double median(List<Double> ratios) {
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }
}

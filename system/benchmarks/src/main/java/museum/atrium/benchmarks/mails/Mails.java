package museum.atrium.benchmarks.mails;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import museum.atrium.benchmarks.Bars;
import museum.atrium.benchmarks.MeasuredStack;
import museum.atrium.benchmarks.Peer;
import museum.atrium.localstack.LocalStack;
import museum.atrium.localstack.StackSettings;

/**
 * How notification-service sends, with a row in its database for each mail. The limit is Postfix's smtp-source, which sends
 * one and the same mail over as many kept connections into the same sink, without any database.
 */
final class Mails {

    private static final int INSTANCES = 3;
    private static final Set<String> RUNS = Set.of("speed", "million", "instances");

    private Mails() {}

    /**
     * Exits with 1 if a bar is missed.
     *
     * @param arguments which runs: {@code speed}, {@code million}, {@code instances}; all if there is none
     */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Set<String> wanted = arguments.length == 0 ? RUNS : Set.of(arguments);
        if (!RUNS.containsAll(wanted)) {
            throw new IllegalArgumentException("There are the runs " + RUNS);
        }
        int port = Peer.freePort();
        StackSettings settings = MeasuredStack.settings()
                .with("SMTP_HOST", "127.0.0.1")
                .with("SMTP_PORT", Integer.toString(port))
                .withInstances("notification-service", INSTANCES);
        Bars bars = new Bars("mails");
        try (MeasuredStack measured = MeasuredStack.start(settings)) {
            LocalStack stack = measured.stack();
            try (Audience audience = new Audience(stack.database());
                    Announcing announcing = new Announcing(stack.kafkaBootstrapServers())) {
                announcing.awaitTopics();
                // They would compete for the same two processors; what they would say is said in their place.
                stack.stop("registration-service");
                stack.stop("recording-service");
                stack.stop("notification-service-2");
                stack.stop("notification-service-3");
                Runs runs = new Runs(audience, announcing, new Memory("notification-service"), port, bars);
                runs.counted();
                if (wanted.contains("speed")) {
                    runs.besideItsLimit();
                }
                if (wanted.contains("million")) {
                    runs.besideAMillion();
                }
                if (wanted.contains("instances")) {
                    double alone = runs.intoASlowSink(1);
                    stack.startAgain("notification-service-2");
                    stack.startAgain("notification-service-3");
                    runs.compare(alone, runs.intoASlowSink(INSTANCES));
                }
            }
        }
        System.exit(bars.passed() ? 0 : 1);
    }
}

package museum.atrium.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import museum.atrium.localstack.LocalStack;

/**
 * Sign-ups per second over HTTP, 64 clients, the outbox relay at work beside it: spread over many activities, and all for
 * one. The limit is pgbench, which does the same rows with 64 clients on the same Postgres, without any HTTP.
 */
final class SignUps {

    private static final int ACTIVITIES = 1000;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final int LEAST_WARM_UPS = 3;
    private static final int MOST_WARM_UPS = 9;
    private static final double STILL_WARMING = 1.05;
    private static final Duration RUN = Duration.ofSeconds(15);
    private static final double LEAST_SPREAD = 1.0;
    private static final double LEAST_HOT = 6.0;

    private SignUps() {}

    /** Exits with 1 if a ratio is below its bar. */
    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        boolean fast;
        try (MeasuredStack measured = MeasuredStack.start(MeasuredStack.settings())) {
            LocalStack stack = measured.stack();
            // They would compete for the same two cores; what is measured is registration-service with its relay.
            stack.stop("notification-service");
            stack.stop("recording-service");
            fast = measure(stack);
        }
        System.exit(fast ? 0 : 1);
    }

    private static boolean measure(LocalStack stack) throws SQLException, InterruptedException {
        URI service = stack.url("registration-service");
        try (Database database = new Database(stack.database())) {
            database.addActivities(ACTIVITIES);
            Clients clients = new Clients(service);
            PgBench limit = new PgBench(stack.database());
            warmUp(clients);
            Speed spread = clients.signUp(ACTIVITIES, RUN);
            Speed hot = clients.signUp(1, RUN);
            database.awaitEmptyOutbox();
            database.assertNothingLostOrDoubled(clients.accepted());
            Speed spreadLimit = limit.run(ACTIVITIES, RUN);
            Speed hotLimit = limit.run(1, RUN);
            System.out.println();
            return report("over " + ACTIVITIES + " activities", spread, spreadLimit, LEAST_SPREAD)
                    & report("for one activity", hot, hotLimit, LEAST_HOT);
        }
    }

    /** Until it gets no faster: beside so much else on two processors the compiler needs its time. */
    private static void warmUp(Clients clients) throws InterruptedException {
        double fastest = 0;
        for (int times = 1; times <= MOST_WARM_UPS; times++) {
            Speed speed = clients.signUp(ACTIVITIES, WARM_UP);
            System.out.printf("Warming up: %s%n", speed);
            if (times >= LEAST_WARM_UPS && speed.perSecond() < fastest * STILL_WARMING) {
                return;
            }
            fastest = Math.max(fastest, speed.perSecond());
        }
    }

    private static boolean report(String what, Speed ours, Speed limit, double least) {
        double ratio = ours.perSecond() / limit.perSecond();
        System.out.printf(
                "sign-ups %-21s %s; pgbench %,.0f/s; ratio %.2f (at least %.1f)%n",
                what, ours, limit.perSecond(), ratio, least);
        return ratio >= least;
    }
}

package museum.atrium.benchmarks.mails;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import museum.atrium.benchmarks.Bars;
import museum.atrium.benchmarks.Peer;

/** The runs, one after the other: each announces what is due and looks at what comes. */
final class Runs {

    private static final int CONNECTIONS = 8;
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int MILLION = 1_000_000;
    private static final int WARM_UPS_PER_INSTANCE = 2;
    private static final int SLOW_PER_INSTANCE = 30_000;
    private static final int CONFIRMATIONS = 200;
    private static final int ROUNDS = 4;
    private static final Duration BETWEEN_SIGN_UPS = Duration.ofMillis(100);
    private static final Duration SLOWNESS = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Audience audience;
    private final Announcing announcing;
    private final Memory memory;
    private final int port;
    private final Bars bars;
    private final Audience.Activity few;
    private final Audience.Activity many;
    private long memoryAfterFew;
    private byte[] mail = new byte[0];
    private int reminders;

    Runs(Audience audience, Announcing announcing, Memory memory, int port, Bars bars) throws SQLException {
        this.audience = audience;
        this.announcing = announcing;
        this.memory = memory;
        this.port = port;
        this.bars = bars;
        this.few = audience.add("few", FEW);
        this.many = audience.add("many", MANY);
    }

    /** One reminder for a thousand, then one for a hundred thousand: each gets it, and gets it once. */
    void counted() throws IOException, SQLException, InterruptedException {
        Arrivals arrivals = new Arrivals();
        try (Sink sink = new Sink(port, Duration.ZERO, arrivals)) {
            remind(few);
            await(arrivals, FEW);
            memoryAfterFew = memory.megabytes();
            arrivals.begin();
            remind(many);
            await(arrivals, MANY);
            audience.awaitNothingToSend(reminders, PATIENCE);
            mail = sink.lastMail();
            bars.atLeast(
                    "of one reminder for 100,000 came", "%,d".formatted(arrivals.number()), arrivals.number(), MANY);
            bars.atMost("of them came again", Integer.toString(arrivals.again()), arrivals.again(), 0);
        }
    }

    /** In turns with the limit, for the machine may be busier at one time than at another; the rounds before the last are for warming up. */
    void besideItsLimit() throws IOException, SQLException, InterruptedException {
        try (Peer sink = Postfix.sink(port)) {
            double ours = 0;
            double limit = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long began = System.nanoTime();
                remind(many);
                audience.awaitNothingToSend(reminders, PATIENCE);
                ours = MANY / ((System.nanoTime() - began) / 1e9);
                limit = Postfix.source(port, mail, CONNECTIONS, MANY);
                System.out.printf("One reminder for 100,000: %,.0f/s; smtp-source %,.0f/s%n", ours, limit);
            }
            bars.atLeast(
                    "a second, of %,d bytes".formatted(mail.length),
                    "%,.0f; smtp-source %,.0f; ratio %.2f".formatted(ours, limit, ours / limit),
                    ours / limit,
                    0.3);
        }
    }

    /** A recording for a million, and while they wait people sign up for something else. */
    void besideAMillion() throws IOException, SQLException, InterruptedException {
        Audience.Activity million = audience.add("million", MILLION);
        Arrivals arrivals = new Arrivals();
        try (Sink sink = new Sink(port, Duration.ZERO, arrivals)) {
            announcing.recording(million);
            Duration planned = audience.awaitPlanned(million, "RECORDING_AVAILABLE", PATIENCE);
            bars.atMost("planned, seconds for 1,000,000", seconds(planned), planned.toMillis() / 1e3, 40);
            long waiting = audience.waiting();
            Duration p95 = p95OfConfirmations(arrivals);
            bars.atMost(
                    "confirmation beside %,d, p95 in ms".formatted(waiting),
                    Long.toString(p95.toMillis()),
                    p95.toMillis(),
                    2_000);
            await(arrivals, MILLION);
            audience.awaitNothingToSend(reminders, PATIENCE);
            bars.atLeast("of a million came", "%,d".formatted(arrivals.number()), arrivals.number(), MILLION);
            bars.atMost("of them came again", Integer.toString(arrivals.again()), arrivals.again(), 0);
            bars.atMost(
                    "MB resident at most",
                    "%d; after the first thousand %d".formatted(memory.mostMegabytes(), memoryAfterFew),
                    memory.mostMegabytes(),
                    400);
        }
    }

    private Duration p95OfConfirmations(Arrivals arrivals) throws InterruptedException {
        long[] announced = new long[CONFIRMATIONS];
        for (int i = 0; i < CONFIRMATIONS; i++) {
            announced[i] = System.nanoTime();
            announcing.signUp(few, Arrivals.TIMED + i);
            Thread.sleep(BETWEEN_SIGN_UPS);
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (arrivals.times().size() < CONFIRMATIONS && System.nanoTime() < until) {
            Thread.sleep(BETWEEN_SIGN_UPS);
        }
        Map<Integer, Long> times = arrivals.times();
        List<Long> took = times.entrySet().stream()
                .map(came -> came.getValue() - announced[came.getKey() - Arrivals.TIMED])
                .sorted()
                .toList();
        if (took.size() < CONFIRMATIONS) {
            throw new IllegalStateException("only %d of %d confirmations came".formatted(took.size(), CONFIRMATIONS));
        }
        return Duration.ofNanos(took.get((int) Math.ceil(CONFIRMATIONS * 0.95) - 1));
    }

    /**
     * First as many as it takes until everything is compiled that is going to be. Each instance has as much to do in either
     * case, so that its beginning and its end weigh the same.
     *
     * @return mails per second
     */
    double intoASlowSink(int instances) throws IOException, SQLException, InterruptedException {
        Arrivals arrivals = new Arrivals();
        try (Sink sink = new Sink(port, Duration.ZERO, arrivals)) {
            for (int i = 0; i < instances * WARM_UPS_PER_INSTANCE; i++) {
                arrivals.begin();
                remind(many);
                await(arrivals, MANY);
                audience.awaitNothingToSend(reminders, PATIENCE);
            }
            sink.delay(SLOWNESS);
            int number = instances * SLOW_PER_INSTANCE;
            Audience.Activity some = audience.add("slow-" + reminders, number);
            arrivals.begin();
            remind(some);
            await(arrivals, number);
            audience.awaitNothingToSend(reminders, PATIENCE);
            return arrivals.perSecond();
        }
    }

    void compare(double alone, double three) {
        bars.atLeast(
                "a second by three instances",
                "%,.0f; by one %,.0f; ratio %.2f".formatted(three, alone, three / alone),
                three / alone,
                2.7);
    }

    private void remind(Audience.Activity activity) {
        reminders++;
        announcing.reminder(activity, "PT%dM".formatted(reminders));
    }

    private static void await(Arrivals arrivals, int number) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (arrivals.number() < number && System.nanoTime() < until) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private static String seconds(Duration time) {
        return "%.1f".formatted(time.toMillis() / 1e3);
    }
}

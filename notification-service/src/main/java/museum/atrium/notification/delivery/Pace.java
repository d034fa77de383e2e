package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How fast mails go, to a domain or in all, as it stands at this moment: a token for each mail that may go now, and a line for
 * each lane of those that were told to come back.
 */
final class Pace {

    /** So many seconds' worth of transactional mails may go before their time: what else waits for the domain never delays them. */
    private static final double DEBT_SECONDS = 5;

    private static final double ROUNDING = 1e-6;

    /**
     * As stored; times are in seconds.
     *
     * @param tokens as many as there were then; below 0 what went before its time
     * @param until when the line of each lane ends
     */
    record State(double tokens, double refilled, List<Double> until) {}

    private final Rate rate;
    private final double now;
    private final double[] until;
    private double tokens;

    Pace(Rate rate, double now, State state) {
        this.rate = rate;
        this.now = now;
        this.tokens = Math.min(rate.burst(), state.tokens() + Math.max(0, now - state.refilled()) * rate.perSecond());
        this.until = state.until().stream().mapToDouble(Double::doubleValue).toArray();
    }

    State state() {
        return new State(tokens, now, Arrays.stream(until).boxed().toList());
    }

    /** @param inLine whether it is back from there; who is new goes to its end, unless tokens would be lost */
    boolean lets(Lane lane, boolean inLine) {
        if (lane == Lane.TRANSACTIONAL) {
            return tokens + Math.max(1, DEBT_SECONDS * rate.perSecond()) >= 1 - ROUNDING;
        }
        boolean full = tokens >= rate.burst() - ROUNDING;
        return tokens >= 1 - ROUNDING && (inLine || full || endOfLine(lane) <= now);
    }

    void take() {
        tokens--;
    }

    void giveBack(int number) {
        tokens = Math.min(rate.burst(), tokens + number);
    }

    /** @return after which time it is its turn, if nothing more urgent comes */
    Duration lineUp(Lane lane) {
        double debt = Math.max(0, -tokens) / rate.perSecond();
        double turn = Math.max(endOfLine(lane), now + debt) + 1 / rate.perSecond();
        until[lane.ordinal()] = turn;
        return Duration.ofMillis((long) Math.ceil(1_000 * (turn - now)));
    }

    /** Behind what is more urgent, too. */
    private double endOfLine(Lane lane) {
        double end = until[0];
        for (int more = 1; more <= lane.ordinal(); more++) {
            end = Math.max(end, until[more]);
        }
        return end;
    }
}

package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import museum.atrium.http.UnusableSetting;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Rate TEN = new Rate(10);
    private static final double NEVER = Double.NEGATIVE_INFINITY;

    private Pace.State state = new Pace.State(TEN.burst(), 0, List.of(NEVER, NEVER, NEVER));

    @Test
    void afterAQuietTimeThoseOfOneSecondGoAtOnceAndTheOthersLineUp() {
        Pace pace = new Pace(TEN, 3_600, state);
        assertThat(gone(pace, Lane.BULK, 25)).isEqualTo(10);
        assertThat(pace.lineUp(Lane.BULK).toMillis()).isEqualTo(100);
        assertThat(pace.lineUp(Lane.BULK).toMillis()).isEqualTo(200);
    }

    @Test
    void whoIsNewDoesNotPassThoseWhoLineUp() {
        Pace pace = new Pace(TEN, 0, state);
        gone(pace, Lane.BULK, 10);
        pace.lineUp(Lane.BULK);
        pace.lineUp(Lane.BULK);

        Pace later = new Pace(TEN, 0.15, pace.state());
        assertThat(later.lets(Lane.BULK, false)).isFalse();
        assertThat(later.lets(Lane.TIME_CRITICAL, false)).isTrue();
        assertThat(later.lets(Lane.BULK, true)).isTrue();
    }

    @Test
    void transactionalMailsGoBeforeTheirTimeAndTheOthersPayForIt() {
        Pace pace = new Pace(TEN, 0, state);
        gone(pace, Lane.BULK, 10);
        assertThat(gone(pace, Lane.TRANSACTIONAL, 100)).isEqualTo(50);
        assertThat(pace.lineUp(Lane.BULK).toMillis()).isEqualTo(5_100);
        assertThat(new Pace(TEN, 5, pace.state()).lets(Lane.BULK, true)).isFalse();
        assertThat(new Pace(TEN, 5.1, pace.state()).lets(Lane.BULK, true)).isTrue();
    }

    @Test
    void whatThoseInLineDoNotTakeIsNotLost() {
        Pace pace = new Pace(TEN, 0, state);
        gone(pace, Lane.BULK, 10);
        for (int i = 0; i < 1_000; i++) {
            pace.lineUp(Lane.BULK);
        }
        assertThat(new Pace(TEN, 0.9, pace.state()).lets(Lane.BULK, false)).isFalse();
        assertThat(gone(new Pace(TEN, 1, pace.state()), Lane.BULK, 10)).isEqualTo(1);
    }

    @Test
    void whatWasNotSentAfterAllLeavesItsTokenToTheNext() {
        Pace pace = new Pace(TEN, 0, state);
        gone(pace, Lane.BULK, 10);
        pace.giveBack(3);
        assertThat(gone(pace, Lane.BULK, 10)).isEqualTo(3);
        pace.giveBack(100);
        assertThat(pace.state().tokens()).isEqualTo(TEN.burst());
    }

    /** Claims of 25 every 50 ms; what is new was due first. */
    @Test
    void thousandsAreClaimedAboutTwiceEachAndNoFasterThanTheyMay() {
        record Back(double at) {}
        Deque<Integer> fresh = new ArrayDeque<>();
        for (int i = 0; i < 2_000; i++) {
            fresh.add(i);
        }
        PriorityQueue<Back> back = new PriorityQueue<>((one, other) -> Double.compare(one.at(), other.at()));
        List<Double> sent = new ArrayList<>();
        int claimed = 0;
        for (double now = 0; sent.size() < 2_000; now += 0.05) {
            Pace pace = new Pace(TEN, now, state);
            for (int i = 0; i < 25; i++) {
                boolean inLine = fresh.poll() == null;
                if (inLine && (back.isEmpty() || back.peek().at() > now)) {
                    break;
                }
                if (inLine) {
                    back.remove();
                }
                claimed++;
                if (pace.lets(Lane.BULK, inLine)) {
                    pace.take();
                    sent.add(now);
                } else {
                    back.add(new Back(now + pace.lineUp(Lane.BULK).toMillis() / 1_000.0));
                }
            }
            state = pace.state();
        }
        assertThat(claimed).isLessThan(2 * 2_000 + 200);
        for (int i = 0; i < sent.size(); i++) {
            assertThat((double) i + 1).isLessThanOrEqualTo(TEN.burst() + TEN.perSecond() * sent.get(i) + 0.001);
        }
        // Neither slower: 199 seconds after the first ten.
        assertThat(sent.getLast()).isBetween(198.9, 205.0);
    }

    @Test
    void ratesAreWrittenPerSecondMinuteOrHour() {
        PaceSettings settings = new PaceSettings(
                "5000/h", "20", List.of("Example.org=5/s", " münchen.example=60/m ", "free.example=0", ""));
        Paces.Limits limits = settings.limits();
        assertThat(limits.all()).isEqualTo(new Rate(5_000 / 3_600.0));
        assertThat(limits.domain()).isEqualTo(new Rate(20));
        assertThat(limits.domains())
                .isEqualTo(Map.of(
                        "example.org", new Rate(5), "xn--mnchen-3ya.example", new Rate(1), "free.example", Rate.NONE));
        assertThat(new PaceSettings("", null, List.of("")).limits().isAny()).isFalse();
        for (String wrong : List.of("fast", "5/d", "-1", "1.5/s")) {
            assertThatThrownBy(() -> Rate.of(wrong)).isInstanceOf(UnusableSetting.class);
        }
        assertThatThrownBy(() -> new PaceSettings(null, null, List.of("5/s")).limits())
                .isInstanceOf(UnusableSetting.class);
    }

    private static int gone(Pace pace, Lane lane, int tries) {
        int gone = 0;
        for (int i = 0; i < tries; i++) {
            if (pace.lets(lane, false)) {
                pace.take();
                gone++;
            }
        }
        return gone;
    }
}

package museum.atrium.registration.webhooks;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Records what came of an attempt, and gives up on a webhook that is gone or has failed for days. */
@Repository
class Marking {

    private static final Logger log = LoggerFactory.getLogger(Marking.class);
    private static final Duration PATIENCE = Duration.ofDays(5);

    private final JdbcClient database;
    private final Webhooks webhooks;
    private final Clock clock;
    private final MeterRegistry metrics;

    Marking(JdbcClient database, Webhooks webhooks, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.webhooks = webhooks;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** What was taken up again meanwhile, or is deleted, is passed over. */
    @Transactional
    public void record(Claimed claimed, Outcome outcome) {
        if (webhooks.lock(claimed.webhook()).isEmpty()) {
            return;
        }
        switch (outcome) {
            case Outcome.Answered answered when answered.isTaken() -> taken(claimed, answered.status());
            case Outcome.Answered answered
            when answered.isGone() -> {
                if (mark(claimed, "FAILED", answered.status(), null, null)) {
                    disable(claimed, "it answered 410: it wants to hear nothing more");
                }
            }
            case Outcome.Answered answered -> again(claimed, answered.status(), null, answered.retryAfter());
            case Outcome.Unanswered unanswered -> again(claimed, null, unanswered.reason(), null);
        }
    }

    private void taken(Claimed claimed, int status) {
        if (mark(claimed, "DELIVERED", status, null, null)) {
            count("delivered");
            webhooks.noteSuccess(claimed.webhook());
        }
    }

    private void again(
            Claimed claimed, @Nullable Integer status, @Nullable String error, @Nullable Duration retryAfter) {
        Optional<Duration> wait = RetrySchedule.after(claimed.attempts(), retryAfter);
        Instant now = clock.instant();
        if (!mark(
                claimed,
                wait.isPresent() ? "PENDING" : "FAILED",
                status,
                error,
                wait.map(now::plus).orElse(null))) {
            return;
        }
        count(wait.isPresent() ? "deferred" : "failed");
        if (webhooks.noteFailure(claimed.webhook()).plus(PATIENCE).isBefore(now)) {
            disable(claimed, "every attempt of the last five days has failed");
        }
    }

    private boolean mark(
            Claimed claimed, String status, @Nullable Integer code, @Nullable String error, @Nullable Instant next) {
        return database.sql("""
                update webhook_delivery
                set status = :status, status_code = :code, error = :error, next_attempt_at = :next, claim = null,
                    claimed_until = null
                where id = :id and claim = :claim
                """)
                        .param("status", status)
                        .param("code", code, Types.INTEGER)
                        .param("error", error, Types.VARCHAR)
                        .param(
                                "next",
                                next == null ? null : next.atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", claimed.delivery())
                        .param("claim", claimed.claim())
                        .update()
                == 1;
    }

    private void disable(Claimed claimed, String reason) {
        webhooks.disable(claimed.webhook(), reason);
        count("disabled");
        log.warn("Webhook {} is disabled: {}. An admin can enable it again.", claimed.webhook(), reason);
    }

    private void count(String outcome) {
        metrics.counter("atrium.webhooks.attempts", "outcome", outcome).increment();
    }
}

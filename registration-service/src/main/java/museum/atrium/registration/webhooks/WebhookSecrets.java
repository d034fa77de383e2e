package museum.atrium.registration.webhooks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What webhooks' messages are signed with: shown once, stored sealed. */
@Repository
class WebhookSecrets {

    private static final int BYTES = 32;
    private static final Duration FORMER_SIGNS_FOR = Duration.ofHours(24);

    private final JdbcClient database;
    private final Sealing sealing;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(JdbcClient database, Sealing sealing, Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** @return as the specification writes secrets: {@code whsec_} and base64 */
    String add(UUID webhook) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        database.sql("insert into webhook_secret (webhook_id, created_at, sealed) values (:webhook, :now, :sealed)")
                .param("webhook", webhook)
                .param("now", now())
                .param("sealed", sealing.seal(secret, webhook))
                .update();
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    /** Lets a new one sign at once, and what signed until now for a day more. */
    Webhook.NewSecret rotate(UUID webhook) {
        Instant until = clock.instant().plus(FORMER_SIGNS_FOR).truncatedTo(ChronoUnit.MICROS);
        database.sql("delete from webhook_secret where webhook_id = :webhook and expires_at <= :now")
                .param("webhook", webhook)
                .param("now", now())
                .update();
        database.sql("update webhook_secret set expires_at = :until where webhook_id = :webhook and expires_at is null")
                .param("webhook", webhook)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
        return new Webhook.NewSecret(add(webhook), until);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package museum.atrium.registration.webhooks;

import java.time.Duration;
import museum.atrium.http.UnusableSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param allowPrivateNetworks whether webhooks may lead into private networks, and to this machine also without TLS
 * @param retention how long what was told is kept
 * @param timeout how long an attempt may take from its beginning to the answer's status
 */
@ConfigurationProperties("atrium.webhooks")
record WebhookSettings(
        boolean allowPrivateNetworks,
        Duration retention,
        @DefaultValue("15s") Duration timeout) {

    /** Longer than everything is tried again. */
    private static final Duration SHORTEST_RETENTION = Duration.ofDays(3);

    WebhookSettings {
        if (retention.compareTo(SHORTEST_RETENTION) < 0) {
            throw new UnusableSetting(
                    "WEBHOOKS_RETENTION is less than 3 days: what is still tried would be forgotten.",
                    "Set it to 3d or more, or leave it out for 30d.");
        }
    }

    /** How long an attempt is its instance's alone; after that it has died or been too slow, and another may try. */
    Duration lease() {
        return timeout.multipliedBy(2);
    }
}

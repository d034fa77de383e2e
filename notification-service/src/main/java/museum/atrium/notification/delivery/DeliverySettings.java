package museum.atrium.notification.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent.
 *
 * @param connections SMTP connections of this instance at most; one of them is kept for transactional mails
 * @param batch deliveries that one connection claims at once
 * @param turn after this time a connection gives back what it has not sent, so that what is more urgent goes first and
 *     nothing is sent that was checked long ago
 * @param lease how long a claim outlives its sender; renewed three times in that time
 * @param firstRetry delay after the first temporary refusal; it doubles with each further one
 * @param patience a mail without an expiry of its own is given up after that time
 * @param idle a connection without work is closed after that time
 * @param longestBackOff between attempts to reach a mail server that is away
 */
@ConfigurationProperties("atrium.delivery")
record DeliverySettings(
        @DefaultValue("8") int connections,
        @DefaultValue("50") int batch,
        @DefaultValue("1s") Duration turn,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("20s") Duration firstRetry,
        @DefaultValue("2h") Duration longestRetry,
        @DefaultValue("4d") Duration patience,
        @DefaultValue("20s") Duration idle,
        @DefaultValue("10s") Duration longestBackOff) {

    DeliverySettings {
        if (connections < 2 || batch < 1) {
            throw new IllegalArgumentException(
                    "atrium.delivery needs at least 2 connections and a batch of at least 1");
        }
        if (lease.compareTo(Duration.ofSeconds(3)) < 0) {
            throw new IllegalArgumentException("atrium.delivery.lease must be 3 seconds at least");
        }
    }
}

package museum.atrium.notification.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import museum.atrium.notification.composing.Composing;
import museum.atrium.notification.composing.Letter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Composes a letter, seals it and hands it to the mail server. */
@Component
class Writing {

    private static final Logger log = LoggerFactory.getLogger(Writing.class);

    /** Identities begin with 1. */
    private static final long NO_DELIVERY = 0;

    private final Composing composing;
    private final Sealing sealing;
    private final DeliveryMetrics metrics;
    private final Closings closings;

    Writing(Composing composing, Sealing sealing, DeliveryMetrics metrics, Closings closings) {
        this.composing = composing;
        this.sealing = sealing;
        this.metrics = metrics;
        this.closings = closings;
    }

    Outcome send(Ready ready, Connection connection) {
        long delivery = ready.delivery().id();
        Outcome outcome = closings.judged(delivery, composeAndSend(ready.letter(), delivery, connection));
        metrics.attempted(ready.delivery(), outcome);
        return outcome;
    }

    /** Past the queue, and counted nowhere: it is no delivery. */
    Outcome sendOnce(Letter letter, Connection connection) {
        return composeAndSend(letter, NO_DELIVERY, connection);
    }

    private Outcome composeAndSend(Letter letter, long delivery, Connection connection) {
        MimeMessage message;
        Address[] recipients;
        try {
            MimeMessage composed = composing.compose(letter);
            recipients = composed.getAllRecipients();
            message = sealing.seal(composed, delivery);
        } catch (IllegalArgumentException never) {
            // What it says is not passed on: it may quote the address.
            return new Outcome.Impossible("not handed over: no mail can be made of it, such as with that address");
        } catch (MessagingException | RuntimeException failure) {
            // Without its message, which may quote the address.
            log.error(
                    "The {} {} cannot be composed and is tried again later: {}",
                    letter.kind(),
                    letter.messageId(),
                    failure.getClass().getName());
            return new Outcome.Deferred("the mail could not be composed");
        }
        return connection.send(message, recipients);
    }
}

package museum.atrium.notification.delivery;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * An activity that is new in a series, and a delivery that is to tell one of its subscribers.
 *
 * @param registration the subscription
 */
record Untold(long delivery, UUID registration, UUID activity) {

    /** @param delivery of news */
    Untold(Delivery delivery) {
        this(delivery.id(), delivery.registration(), requireNonNull(delivery.about()));
    }
}

package museum.atrium.registration.webhooks;

/** FAILED: it is not tried any more. */
enum DeliveryStatus {
    PENDING,
    DELIVERED,
    FAILED
}

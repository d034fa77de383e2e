package museum.atrium.notification.history;

/** Where a delivery stands. */
enum DeliveryStatus {
    QUEUED,
    HELD,
    SENDING,
    SENT,
    DROPPED,
    CANCELLED,
    FAILED,
    BOUNCED
}

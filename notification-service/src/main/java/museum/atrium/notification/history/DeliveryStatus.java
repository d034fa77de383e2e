package museum.atrium.notification.history;

/** Where a delivery stands. */
enum DeliveryStatus {
    QUEUED,
    SENDING,
    SENT,
    DROPPED,
    FAILED,
    CANCELLED
}

package museum.atrium.notification.planning;

/** Deliveries were planned; they can be claimed as soon as this transaction is committed. */
public record Planned() {}

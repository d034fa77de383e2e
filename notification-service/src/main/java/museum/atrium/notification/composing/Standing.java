package museum.atrium.notification.composing;

import org.jspecify.annotations.Nullable;

/** Where a registration stands, as far as mail is concerned. */
public enum Standing {
    /** Nobody knows yet whether the address belongs to who signed up. */
    UNPROVED,
    /** The organiser decides. */
    REQUESTED,
    /** Waits for dates, without being in any line. */
    INTERESTED,
    /** In line, or offered a place. */
    WAITLISTED,
    CONFIRMED,
    CANCELLED,
    /** Such that this service does not know it, and sends nothing. */
    OTHER;

    /** As registration-service tells it. */
    public static Standing of(@Nullable String status, @Nullable String pendingFor) {
        return switch (status) {
            case "PENDING" -> pending(pendingFor);
            case "INTERESTED" -> INTERESTED;
            case "WAITLISTED" -> WAITLISTED;
            case "CONFIRMED" -> CONFIRMED;
            case "CANCELLED" -> CANCELLED;
            case null, default -> OTHER;
        };
    }

    private static Standing pending(@Nullable String pendingFor) {
        return switch (pendingFor) {
            case "ADDRESS" -> UNPROVED;
            case "APPROVAL" -> REQUESTED;
            case null, default -> OTHER;
        };
    }

    /** Has a place, or is in line for one. */
    public boolean inLine() {
        return this == CONFIRMED || this == WAITLISTED;
    }

    /** Neither over nor waiting for its address to be proved: what becomes of the activity concerns it. */
    public boolean open() {
        return inLine() || this == REQUESTED || this == INTERESTED;
    }
}

package museum.atrium.notification.delivery;

import org.jspecify.annotations.Nullable;

/** Where a registration stands, as far as mail is concerned. */
enum Standing {
    CONFIRMED,
    WAITLISTED,
    CANCELLED,
    /** Such as one that waits for its address to be proved. */
    OTHER;

    static Standing of(@Nullable String status) {
        return switch (status) {
            case "CONFIRMED" -> CONFIRMED;
            case "WAITLISTED" -> WAITLISTED;
            case "CANCELLED" -> CANCELLED;
            case null, default -> OTHER;
        };
    }

    boolean concerned() {
        return this == CONFIRMED || this == WAITLISTED;
    }
}

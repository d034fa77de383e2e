package museum.atrium.notification.composing;

import org.jspecify.annotations.Nullable;

/** Where a registration stands, as far as mail is concerned. */
public enum Standing {
    /** Nobody knows yet whether the address belongs to who signed up. */
    UNPROVED,
    /** The organiser decides. */
    REQUESTED,
    /** Asked to speak, and has not answered. */
    INVITED,
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
            case "ACCEPTANCE" -> INVITED;
            case null, default -> OTHER;
        };
    }

    /** Has a place, is in line for one, or is asked to speak: was told of the sessions, and is told what becomes of them. */
    public boolean inLine() {
        return this == CONFIRMED || awaitsPlace();
    }

    /** Knows when the sessions are, and has no entry for them in the calendar. */
    public boolean awaitsPlace() {
        return this == WAITLISTED || this == INVITED;
    }

    /** Neither over nor waiting for its address to be proved: what becomes of the activity concerns it. */
    public boolean open() {
        return inLine() || this == REQUESTED || this == INTERESTED;
    }
}

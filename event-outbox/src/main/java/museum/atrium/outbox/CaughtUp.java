package museum.atrium.outbox;

/** Whether this service's consumers have read what was written while they could not read. */
public interface CaughtUp {

    /**
     * True once the consumer group, all instances together, has handled whatever stood in its topics when this process
     * started, or when the broker or the database came back after an outage. False whenever the broker has not been
     * reached for longer than a consumer's session lasts. Answers from memory.
     */
    boolean isCaughtUp();
}

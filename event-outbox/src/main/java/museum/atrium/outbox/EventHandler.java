package museum.atrium.outbox;

/**
 * What a service does with the events of one topic. As a bean it is called for every record of that topic, those of one
 * key in order, each at least once: in a database transaction that it may share with other events. Its effects must lie in
 * that transaction, and be the same when an event comes again (see {@link Intake}).
 */
public interface EventHandler {

    String topic();

    /**
     * Applies an event of any type, also types that are not known: decide by the state in the payload.
     *
     * @throws NotUnderstandable when no repetition could ever succeed: the record goes to the dead-letter topic. After any
     *     other exception it is tried again for ever, and the records behind it in its partition wait.
     */
    void handle(ReceivedEvent event);
}

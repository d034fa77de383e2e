package museum.atrium.notification.delivery;

/** What came of handing one mail to the mail server. Replies hold no address. */
sealed interface Outcome {

    String reply();

    /** It is the server's now. */
    record Accepted(String reply) implements Outcome {}

    /** Refused for now. */
    record Deferred(String reply) implements Outcome {}

    /**
     * Refused for good.
     *
     * @param nobodyThere whether the reason is the address, to which nothing more is sent then
     */
    record Rejected(String reply, boolean nobodyThere) implements Outcome {}

    /** Such that it can never be written, and was not handed over. */
    record Impossible(String reply) implements Outcome {}

    /** All of it was sent and no answer came: the server may have it or not. */
    record Unknown(String reply) implements Outcome {}

    /**
     * Not this mail's fault: the server is away, or refuses us as a client. The mail was certainly not taken.
     *
     * @param closing whether the server said so in the middle of this mail, on a connection that was new
     */
    record Unreachable(String reply, boolean closing) implements Outcome {

        Unreachable(String reply) {
            this(reply, false);
        }
    }
}

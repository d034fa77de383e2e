package museum.atrium.inbox.scripted;

/**
 * A reaction at its moment: what is written (nothing when empty) and whether the connection ends.
 *
 * @param alone what has come behind it is forgotten
 */
record Outcome(String reply, boolean hangsUp, boolean alone) {

    Outcome(String reply, boolean hangsUp) {
        this(reply, hangsUp, false);
    }

    static Outcome of(Reaction reaction, Moment moment) {
        return switch (reaction) {
            case Reaction.Accept() -> new Outcome(moment.welcome(), moment == Moment.QUIT);
            case Reaction.AcceptAlone() -> new Outcome(moment.welcome(), false, true);
            case Reaction.Answer(int code, String text) -> new Outcome(code + " " + text, code == 421);
            case Reaction.HangUp() -> new Outcome("", true);
            case Reaction.AcceptThenHangUp() -> new Outcome(moment.welcome(), true);
            case Reaction.After(var until, Reaction then) -> {
                until.join();
                yield of(then, moment);
            }
        };
    }

    boolean accepts() {
        return reply.startsWith("2") || reply.startsWith("3");
    }
}

package museum.atrium.inbox.scripted;

import java.util.concurrent.CompletableFuture;

/** What the server does at a moment. */
public sealed interface Reaction {

    static Reaction accept() {
        return new Accept();
    }

    static Reaction answer(int code, String text) {
        return new Answer(code, text);
    }

    /** Closes the connection without a word: the client cannot know what became of its mail. */
    static Reaction hangUp() {
        return new HangUp();
    }

    static Reaction acceptThenHangUp() {
        return new AcceptThenHangUp();
    }

    /** Keeps the client waiting until the test completes the future. */
    static Reaction after(CompletableFuture<?> until, Reaction then) {
        return new After(until, then);
    }

    /** As a server that announces PIPELINING and does not keep it: what came in the same packet is forgotten. */
    static Reaction acceptAlone() {
        return new AcceptAlone();
    }

    record Accept() implements Reaction {}

    record AcceptAlone() implements Reaction {}

    record Answer(int code, String text) implements Reaction {}

    record HangUp() implements Reaction {}

    record AcceptThenHangUp() implements Reaction {}

    record After(CompletableFuture<?> until, Reaction then) implements Reaction {}
}

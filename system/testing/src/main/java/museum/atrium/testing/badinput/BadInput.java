package museum.atrium.testing.badinput;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import museum.atrium.testing.Contracts;
import museum.atrium.testing.HttpContract;
import museum.atrium.testing.badinput.Attempt.Wish;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request that works and changes one thing about it, over and over. Whatever comes of it is an answer that the document
 * lists: it worked, or a 4xx says what is wrong, by the name of the field, and nothing has changed.
 *
 * <p>The same seed sends the same requests; {@code -DbadInput.seed=…} sends others, {@code -DbadInput.all=true} more.
 */
public final class BadInput {

    private static final long SEED = Long.getLong("badInput.seed", 20_270_301L);
    private static final int LOOK_AT_THE_STATE_EVERY = 10;
    private static final int LOOKS = 5;
    private static final int SHOWN = 20;

    private final HttpContract contract;
    private final Sender sender;
    private final String authorization;
    private final Supplier<String> state;

    /**
     * @param contract the document {@code contracts/http/<contract>.yaml}
     * @param password of the user {@code organizer}, for calls that need an account
     * @param state anything that is another after each change of what is stored, in lines
     */
    public BadInput(String contract, int port, String password, Supplier<String> state) {
        this.contract = Contracts.http(contract);
        this.sender = new Sender(port);
        this.authorization = "Basic "
                + Base64.getEncoder().encodeToString(("organizer:" + password).getBytes(StandardCharsets.UTF_8));
        this.state = state;
    }

    /** Fails with every answer that is not as it should be, and how to get it again. */
    public void send(Operation operation, Example example) {
        Attempt start = start(operation, example);
        Map<String, String> made = example.make();
        Answer works = sender.send(start.with(made));
        if (works.isRefusal()) {
            throw new AssertionError("The example of " + operation + " is refused with " + works.status() + ": "
                    + works.body() + "\n  " + start.with(made).curl(sender.port()));
        }
        Judge judge = new Judge(contract, operation, example.address(operation, ""));
        List<String> complaints = new ArrayList<>(judge.complaints(start, works));
        List<Attempt> attempts = attempts(operation, example, start);
        boolean used = operation.changes();
        for (int i = 0; i < attempts.size(); i++) {
            made = used ? example.make() : made;
            Attempt attempt = attempts.get(i).with(made);
            boolean looking = operation.changes() && (i % LOOK_AT_THE_STATE_EVERY == 0 || attempt.isAboutTheAnswer());
            String before = looking ? state.get() : "";
            Answer answer = sender.send(attempt);
            used = operation.changes() && !answer.isRefusal();
            List<String> wrong = judge.complaints(attempt, answer);
            String after = looking && answer.isRefusal() ? state.get() : before;
            if (!before.equals(after) && changesAgain(attempt)) {
                wrong.add("it is refused and has changed something: " + changed(before, after));
            }
            wrong.forEach(complaint -> complaints.add(complaint + "\n    " + attempt.shown() + "\n    answered "
                    + answer.shown() + "\n    " + attempt.curl(sender.port())));
        }
        if (!complaints.isEmpty()) {
            throw new AssertionError(complaints.size() + " answers to " + attempts.size() + " requests of " + operation
                    + " are not as they should be (seed " + SEED + "):\n  "
                    + String.join("\n  ", complaints.subList(0, Math.min(SHOWN, complaints.size()))));
        }
    }

    /** What the service does by itself at the same moment is not the request's doing. */
    private boolean changesAgain(Attempt attempt) {
        for (int look = 1; look < LOOKS; look++) {
            String before = state.get();
            sender.send(attempt);
            if (before.equals(state.get())) {
                return false;
            }
        }
        return true;
    }

    private static String changed(String before, String after) {
        List<String> known = before.lines().toList();
        return after.lines().filter(line -> !known.contains(line)).collect(Collectors.joining(", "));
    }

    private static List<Attempt> attempts(Operation operation, Example example, Attempt start) {
        // Not the same for all, so that what one operation is spared another gets.
        long seed = SEED ^ operation.id().hashCode();
        List<Attempt> attempts = new ArrayList<>(BadAddresses.of(start, operation, example, seed));
        if (operation.body() != null) {
            attempts.addAll(BadBodies.of(start, operation.body(), example, seed));
        }
        return attempts;
    }

    private Attempt start(Operation operation, Example example) {
        Map<String, String> headers = new LinkedHashMap<>(example.headers());
        if (operation.signedIn()) {
            headers.put("Authorization", authorization);
        }
        byte[] body = bytes(example.body());
        if (body != null && operation.body() != null) {
            headers.put("Content-Type", operation.body().type());
        }
        return new Attempt(
                operation.method(), example.address(operation, ""), headers, body, "the example", Wish.DOCUMENTED);
    }

    private static byte @Nullable [] bytes(@Nullable Object body) {
        if (body == null) {
            return null;
        }
        String text = body instanceof Map<?, ?> form ? BadForms.written(form) : body.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package museum.atrium.testing.badinput;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request with one thing about it that is not as in the example.
 *
 * @param address path and query, as they are written
 * @param what is not as in the example, in words
 * @param wish what must come of it
 */
record Attempt(
        String method, String address, Map<String, String> headers, byte @Nullable [] body, String what, Wish wish) {

    private static final int SHOWN = 1500;
    private static final int WORTH_FILLING = 5_000_000;

    /**
     * @param field of the body that is at fault, or null
     * @param refused whether it must be refused; otherwise it may be, or it works
     * @param byDocument whether the answer must be one that the document lists: what breaks HTTP itself, no document does
     */
    record Wish(@Nullable String field, boolean refused, boolean byDocument) {

        static final Wish ANYTHING = new Wish(null, false, false);
        static final Wish DOCUMENTED = new Wish(null, false, true);
        static final Wish REFUSED = new Wish(null, true, false);
        static final Wish REFUSED_AS_DOCUMENTED = new Wish(null, true, true);
    }

    Attempt saying(String said, Wish wished) {
        return new Attempt(method, address, headers, body, said, wished);
    }

    Attempt calling(String otherMethod, String otherAddress) {
        return new Attempt(otherMethod, otherAddress, headers, body, what, wish);
    }

    Attempt header(String name, String value) {
        return new Attempt(method, address, Example.with(headers, name, value), body, what, wish);
    }

    Attempt sending(byte[] otherBody) {
        return new Attempt(method, address, headers, otherBody, what, wish);
    }

    /** Services like to look at {@code Accept} last, when all is done. */
    boolean isAboutTheAnswer() {
        return headers.containsKey("Accept");
    }

    /** With what the example made for this once, in its places. */
    Attempt with(Map<String, String> made) {
        Attempt filled = this;
        for (Map.Entry<String, String> value : made.entrySet()) {
            filled = filled.with(value.getKey(), value.getValue());
        }
        return filled;
    }

    private Attempt with(String mark, String value) {
        byte[] filled = body;
        if (body != null && body.length < WORTH_FILLING) {
            // Byte for byte, whatever they say.
            filled = new String(body, StandardCharsets.ISO_8859_1)
                    .replace(mark, value)
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        return new Attempt(method, address.replace(mark, value), headers, filled, what, wish);
    }

    String shown() {
        return JsonMapper.shared().writeValueAsString(shortened(what));
    }

    /** For whoever wants to see it again; without the password, and shortened. */
    String curl(int port) {
        StringBuilder command = new StringBuilder("curl -i -X " + method);
        headers.forEach((name, value) -> command.append(" -H '")
                .append(name)
                .append(": ")
                .append(name.equals("Authorization") ? "…" : shortened(value))
                .append('\''));
        if (body != null) {
            command.append(" --data-binary '")
                    .append(shortened(new String(body, StandardCharsets.UTF_8)).replace("'", "'\\''"))
                    .append('\'');
        }
        return command + " 'http://localhost:" + port + shortened(address) + "'";
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + " characters)";
    }
}

package museum.atrium.notification.bounces;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server says of one recipient (RFC 3464).
 *
 * @param status as RFC 3463 has it, like 5.1.1
 * @param diagnostic what another server answered, in its own words; may be empty
 */
record RecipientStatus(String action, String status, String diagnostic) {

    /** What follows from it. Of several recipients the mildest counts: one member of a list is not the list. */
    enum Verdict {
        /** It arrived, or goes on where nobody reports. */
        NOTHING(""),
        /** A server on the way still tries. */
        DELAYED("DELAYED"),
        /** It did not arrive, for a reason that passes or that is not the address. */
        RETURNED("RETURNED"),
        /** There is no such address. */
        BOUNCED("BOUNCED");

        private final String outcome;

        Verdict(String outcome) {
            this.outcome = outcome;
        }

        /** As histories name it. */
        String outcome() {
            return outcome;
        }
    }

    private static final Pattern CODE = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?!\\.?\\d)");

    /** Without 5.1.7 to 5.1.9, which blame the sender's address or a server. */
    private static final Pattern NO_SUCH_ADDRESS = Pattern.compile("5\\.1\\.([0-6]|10)|5\\.2\\.1");

    Verdict verdict() {
        return switch (action.strip().toLowerCase(Locale.ROOT)) {
            case "failed" -> NO_SUCH_ADDRESS.matcher(code()).matches() ? Verdict.BOUNCED : Verdict.RETURNED;
            case "delayed" -> Verdict.DELAYED;
            default -> Verdict.NOTHING;
        };
    }

    /** Some servers write 5.0.0 whatever it was, and leave the reason to the answer that they quote. */
    private String code() {
        Matcher own = CODE.matcher(status);
        String code = own.find() ? own.group(1) : "";
        if (!code.isEmpty() && !code.endsWith(".0.0")) {
            return code;
        }
        Matcher quoted = CODE.matcher(diagnostic);
        return quoted.find() ? quoted.group(1) : code;
    }

    String said() {
        return diagnostic.isBlank() ? status : diagnostic;
    }
}

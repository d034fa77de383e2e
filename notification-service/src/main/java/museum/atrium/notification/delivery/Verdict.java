package museum.atrium.notification.delivery;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a refusal for good says of the address. Servers that know why say it by an enhanced status code (RFC 3463), and
 * then that counts.
 *
 * @param code the three digits
 */
record Verdict(int code, String reply) {

    /** Of these the recipient's address is the reason, where it is refused with nothing but them. */
    private static final Set<Integer> OF_ADDRESS = Set.of(501, 511, 550, 551, 553);

    private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -](5\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** No such mailbox, domain or syntax, one that has moved, and a mailbox that is switched off. */
    private static final Pattern NOBODY_THERE = Pattern.compile("5\\.1\\.(1|2|3|6|10)|5\\.2\\.1");

    /** Whether nobody is there, as the answer to who the mail is for. */
    boolean onRecipient() {
        String status = status();
        return status.isEmpty() ? OF_ADDRESS.contains(code) : saysNobodyThere(status);
    }

    /** Whether nobody is there, as the answer to the mail itself, which may be refused for many reasons. */
    boolean onContent() {
        return saysNobodyThere(status());
    }

    static boolean saysNobodyThere(String status) {
        return NOBODY_THERE.matcher(status).matches();
    }

    private String status() {
        Matcher matcher = STATUS.matcher(reply);
        return matcher.find() ? matcher.group(1) : "";
    }
}

package museum.atrium.notification.composing;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;

/** One person's or programme's address as headers and calendars name it. */
record Mailbox(String name, String address) {

    private static final int LONGEST_LINE = 66;

    /**
     * Refuses what is not exactly one plain address, without repeating it: the message may reach a log. Letters beyond ASCII may
     * stand before the @ (RFC 6531); whether such an address can be sent to is for the mail server to say.
     */
    static Mailbox of(String name, String address) {
        try {
            int at = address.lastIndexOf('@');
            String ascii = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
            InternetAddress parsed = new InternetAddress(ascii, true);
            parsed.validate();
            boolean plain = parsed.getPersonal() == null && ascii.equals(parsed.getAddress());
            if (plain && ascii.codePoints().allMatch(Mailbox::mayStandInAddress)) {
                return new Mailbox(OneLine.of(name), ascii);
            }
        } catch (AddressException | IllegalArgumentException _) {
            // Refused below: these messages carry the address.
        }
        throw new IllegalArgumentException("Not an address that mail can be sent to");
    }

    private static boolean mayStandInAddress(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> point > ' ' && point < 127 || point > 127 && Character.isLetterOrDigit(point);
        };
    }

    static Mailbox of(MailSettings settings) {
        try {
            InternetAddress from = new InternetAddress(settings.from(), false);
            String name = from.getPersonal() == null ? "" : from.getPersonal();
            return of(name.isBlank() ? from.getAddress() : name, from.getAddress());
        } catch (AddressException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "atrium.mail.from (MAIL_FROM) must be one mailbox like 'Example Network <programme@example.org>'",
                    e);
        }
    }

    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    String header() {
        if (name.isEmpty()) {
            return address;
        }
        String phrase = HeaderText.phrase(name);
        boolean fits = phrase.length() + address.length() < LONGEST_LINE;
        return phrase + (fits ? " " : HeaderText.FOLD) + "<" + address + ">";
    }
}

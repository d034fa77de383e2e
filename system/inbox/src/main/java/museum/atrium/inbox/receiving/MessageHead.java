package museum.atrium.inbox.receiving;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list shows of a message's own header, which can be anything: a test may send rubbish on purpose. */
record MessageHead(Optional<String> from, String subject) {

    static MessageHead of(InputStream message) {
        try {
            var headers = new InternetHeaders(message, true);
            return new MessageHead(
                    address(headers.getHeader("From", ", ")), decoded(headers.getHeader("Subject", " ")));
        } catch (MessagingException unreadable) {
            return new MessageHead(Optional.empty(), "");
        }
    }

    private static Optional<String> address(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(header, false);
            return addresses.length == 0 ? Optional.empty() : Optional.ofNullable(addresses[0].getAddress());
        } catch (AddressException unreadable) {
            return Optional.empty();
        }
    }

    private static String decoded(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String line = MimeUtility.unfold(header).strip();
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException unknownCharset) {
            return line;
        }
    }
}

package museum.atrium.inbox.scripted;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mail as far as it has come.
 *
 * @param message empty before {@link Moment#DOT}
 */
public record Mail(String from, List<String> to, String message) {

    static final Mail NONE = new Mail("", List.of(), "");

    /** The value of its Message-ID header. */
    public Optional<String> messageId() {
        try {
            var bytes = new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
            return Optional.ofNullable(new InternetHeaders(bytes, true).getHeader("Message-ID", null));
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    Mail toAlso(String recipient) {
        return new Mail(from, Stream.concat(to.stream(), Stream.of(recipient)).toList(), message);
    }

    Mail saying(byte[] bytes) {
        return new Mail(from, to, new String(bytes, StandardCharsets.UTF_8));
    }
}

package museum.atrium.inbox.reading;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import museum.atrium.inbox.mails.Mails;
import org.jspecify.annotations.Nullable;

/** Looks mails up and opens them. An id that cannot be one is an id of no mail. */
public final class Reading {

    private static final Session SESSION = Session.getInstance(properties());

    private final Mails mails;

    public Reading(Mails mails) {
        this.mails = mails;
    }

    /**
     * Shows messages newest first.
     *
     * @param to see {@link Mails#newestFirst}
     */
    public void newestFirst(@Nullable String to, long before, int limit, Visitor visitor) throws IOException {
        mails.newestFirst(to, before, limit, mail -> visitor.visit(Message.of(mail)));
    }

    public Optional<OpenedMessage> open(String id) {
        return number(id)
                .flatMap(mails::find)
                .flatMap(mail -> mails.bytes(mail.id()).map(bytes -> open(Message.of(mail), bytes)));
    }

    public Optional<byte[]> raw(String id) {
        return number(id).flatMap(mails::bytes);
    }

    public int count() {
        return mails.count();
    }

    private static OpenedMessage open(Message message, byte[] bytes) {
        try {
            var mime = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            return OpenedMessage.of(message, headers(mime), Parts.of(mime));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("The header of mail " + message.id() + " cannot be read", unreadable);
        }
    }

    private static Headers headers(MimeMessage mime) throws MessagingException {
        var spelling = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        var values = new LinkedHashMap<String, List<String>>();
        for (Header header : Collections.list(mime.getAllHeaders())) {
            String name = spelling.computeIfAbsent(header.getName(), first -> first);
            values.computeIfAbsent(name, first -> new ArrayList<>()).add(decoded(header.getValue()));
        }
        return new Headers(values);
    }

    private static String decoded(String value) {
        String line = MimeUtility.unfold(value).strip();
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException unknownCharset) {
            return line;
        }
    }

    private static Optional<Long> number(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return properties;
    }

    /** Is shown messages one by one. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Message message) throws IOException;
    }
}

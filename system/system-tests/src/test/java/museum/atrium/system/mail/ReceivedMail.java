package museum.atrium.system.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** One mail as its reader's program sees it. */
public final class ReceivedMail {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern MANAGE = Pattern.compile("/registrations/([A-Za-z0-9_-]{24,})");
    private static final Pattern JOIN = Pattern.compile("https?://[^\\s\"'<>]+/join/[A-Za-z0-9_-]{24,}/[0-9a-f-]{36}");
    private static final Pattern WATCH = Pattern.compile("https?://[^\\s\"'<>]+/watch/[^\\s\"'<>)]+");

    private final MimeMessage message;
    private final MimeParts parts;

    private ReceivedMail(MimeMessage message) {
        this.message = message;
        this.parts = MimeParts.of(message);
    }

    static ReceivedMail parse(byte[] raw) {
        try {
            return new ReceivedMail(new MimeMessage(SESSION, new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new AssertionError("a mail arrived that cannot be parsed", e);
        }
    }

    /** The content types from the outside in, such as `multipart/mixed[text/plain,text/html]`. */
    public String structure() {
        return parts.structure();
    }

    public String text() {
        return parts.first("text/plain")
                .map(MimeParts.Leaf::text)
                .orElseThrow(() -> new AssertionError("no text part"));
    }

    public String html() {
        return parts.first("text/html").map(MimeParts.Leaf::text).orElseThrow(() -> new AssertionError("no HTML part"));
    }

    public List<MimeParts.Leaf> calendarParts() {
        return parts.all("text/calendar");
    }

    public Optional<Invitation> invitation() {
        return parts.first("text/calendar").map(leaf -> Invitation.parse(leaf.bytes()));
    }

    /** The calendar entries that this mail makes, moves or removes, each once, in their order. */
    public List<Invitation.Entry> calendarEntries() {
        return calendarParts().stream()
                .flatMap(leaf -> Invitation.parse(leaf.bytes()).entries().stream())
                .distinct()
                .toList();
    }

    public String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError("no subject", e);
        }
    }

    public Optional<String> header(String name) {
        try {
            return Optional.ofNullable(message.getHeader(name, null));
        } catch (MessagingException e) {
            throw new AssertionError("unreadable header " + name, e);
        }
    }

    public String messageId() {
        return header("Message-ID").orElseThrow(() -> new AssertionError("no Message-ID"));
    }

    /** When it was sent, to the second, as its Date says. */
    public Instant sentAt() {
        try {
            return message.getSentDate().toInstant();
        } catch (MessagingException e) {
            throw new AssertionError("unreadable Date", e);
        }
    }

    /** The token in the link by which a person sees, changes or cancels the registration. */
    public Optional<String> manageToken() {
        return MANAGE.matcher(text()).results().map(match -> match.group(1)).findFirst();
    }

    /** The absolute address by which the reader comes into a live room. */
    public Optional<String> joinLink() {
        return JOIN.matcher(text()).results().map(match -> match.group()).findFirst();
    }

    /** The absolute address of the watch page. */
    public Optional<String> watchLink() {
        return WATCH.matcher(text()).results().map(match -> match.group()).findFirst();
    }

    public MailKind kind() {
        return MailKind.of(this);
    }

    @Override
    public String toString() {
        return "%s '%s' %s".formatted(kind(), subject(), messageId());
    }
}

package museum.atrium.notification.composing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes the mail that says what a letter is about, ready to be handed to a transport. */
@Component
public class Composing {

    static {
        // Without it Jakarta Mail looks its provider up again for every part, which takes longer than all the rest.
        if (System.getProperty("jakarta.mail.util.StreamProvider") == null) {
            System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
        }
    }

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Session session;
    private final Clock clock;
    private final Mailbox sender;

    public Composing(Session session, Clock clock, MailSettings settings) {
        this.session = session;
        this.clock = clock;
        this.sender = Mailbox.of(settings);
    }

    /**
     * @return a saved message to exactly one recipient. Its From is that of its network, if it has one; the sender of its
     *     envelope is always the installation's, and so whoever sends it sets that
     * @throws IllegalArgumentException when the letter can never be sent as it is, such as to an impossible address
     */
    public MimeMessage compose(Letter letter) {
        Instant now = clock.instant();
        Mailbox recipient =
                Mailbox.of(letter.recipient().name(), letter.recipient().email());
        Draft draft = Draft.of(letter, now);
        Mailbox from = from(letter.network());
        Page page = new PageDrafting(draft, from.name()).page();
        try {
            MimeMessage message = new IdentifiedMessage(session, letter.messageId());
            message.setHeader("Date", DATE.format(now));
            message.setHeader("From", from.header());
            replyTo(message, letter.network());
            message.setHeader("To", recipient.header());
            message.setHeader("Subject", HeaderText.unstructured(page.subject()));
            message.setHeader("Content-Language", page.wording().language());
            if (letter.kind() != MailKind.LINKS) {
                // That mail may be about several activities, and so belongs to the list of none.
                message.setHeader("List-Id", "<" + audience(letter).id() + ".activities." + sender.domain() + ">");
            }
            unsubscribing(message, letter.links().unsubscribe());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
            Mailbox organizer = new Mailbox(from.name(), sender.address());
            message.setContent(content(page, letter, new Invitation(draft, organizer, recipient)));
            message.saveChanges();
            return message;
        } catch (MessagingException e) {
            throw new IllegalArgumentException("The mail cannot be composed: " + letter.messageId(), e);
        }
    }

    /** What the mail would say, without the mail. */
    public Preview preview(Letter letter) {
        Page page = new PageDrafting(
                        Draft.of(letter, clock.instant()),
                        from(letter.network()).name())
                .page();
        return new Preview(
                page.subject(),
                new String(Rendering.text(page), StandardCharsets.UTF_8),
                new String(Rendering.html(page), StandardCharsets.UTF_8));
    }

    private Mailbox from(@Nullable NetworkInfo network) {
        if (network == null) {
            return sender;
        }
        String own = network.senderAddress();
        return Mailbox.of(network.name(), own == null ? sender.address() : own);
    }

    private static void replyTo(MimeMessage message, @Nullable NetworkInfo network) throws MessagingException {
        if (network != null && network.replyTo() != null) {
            message.setHeader(
                    "Reply-To", Mailbox.of(network.name(), network.replyTo()).header());
        }
    }

    /** Each on one line: who reads them by machine does not unfold. */
    private static void unsubscribing(MimeMessage message, @Nullable URI page) throws MessagingException {
        if (page != null) {
            message.setHeader("List-Unsubscribe", "<" + page + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /** Of the same audience as every mail to this registration. */
    private static ActivityInfo audience(Letter letter) {
        @Nullable ActivityInfo series = letter.registration().series();
        return series == null ? letter.activity() : series;
    }

    private static MimeMultipart content(Page page, Letter letter, Invitation invitation) throws MessagingException {
        MimeMultipart alternative = Parts.multipart("alternative", letter.messageId());
        alternative.addBodyPart(Parts.text("plain", Rendering.text(page)));
        alternative.addBodyPart(Parts.text("html", Rendering.html(page)));
        return letter.calendar().isEmpty() ? alternative : withCalendar(alternative, letter, invitation);
    }

    /** The first entry both inline and attached, as calendars want it; the others attached (docs/decisions). */
    private static MimeMultipart withCalendar(MimeMultipart alternative, Letter letter, Invitation invitation)
            throws MessagingException {
        MimeMultipart mixed = Parts.multipart("mixed", letter.messageId());
        mixed.addBodyPart(Parts.nested(alternative));
        List<CalendarEntry> entries = letter.calendar();
        for (int i = 0; i < entries.size(); i++) {
            CalendarMethod method = entries.get(i).method();
            byte[] bytes = invitation.of(entries.get(i));
            if (i == 0) {
                alternative.addBodyPart(Parts.calendar(bytes, method));
            }
            mixed.addBodyPart(Parts.attachment(bytes, method, i == 0 ? "invite.ics" : "invite-" + (i + 1) + ".ics"));
        }
        return mixed;
    }
}

package museum.atrium.notification.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mailbox as its owner sees it. */
public record Postbox(GreenMail server, GreenMailUser user) {

    /** As from the server that received it. */
    public void receive(String mail) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(UTF_8)));
            inbox().appendMessage(message, new Flags(), new Date());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public long unseen() {
        return inbox().getMessages().stream()
                .filter(message -> !message.isSet(Flags.Flag.SEEN))
                .count();
    }

    /** The subjects of what stays in the folder that is read. */
    public List<String> left() {
        return subjects(inbox());
    }

    /** The subjects of what was moved away. */
    public List<String> done() {
        @Nullable MailFolder done = server.getManagers().getImapHostManager().getFolder(user, "Done");
        return done == null ? List.of() : subjects(done);
    }

    private MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> subjects(MailFolder folder) {
        return folder.getMessages().stream().map(Postbox::subject).toList();
    }

    private static String subject(StoredMessage message) {
        try {
            return String.valueOf(message.getMimeMessage().getSubject());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}

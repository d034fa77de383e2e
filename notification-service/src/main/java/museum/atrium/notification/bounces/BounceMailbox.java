package museum.atrium.notification.bounces;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The mailbox that mails come back to, by IMAP. A mail is flagged as seen after its effect, so that nothing is lost; nothing is ever
 * deleted. Several instances may read it at once: what two of them read has an effect once.
 */
@Component
class BounceMailbox {

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);
    private static final int MOST_MAILS = 100;
    private static final int LARGEST = 1 << 20;

    private final MailboxSettings settings;
    private final Bounces bounces;
    private final BounceMetrics metrics;
    private final Session session;

    BounceMailbox(MailboxSettings settings, Bounces bounces, BounceMetrics metrics) {
        this.settings = settings;
        this.bounces = bounces;
        this.metrics = metrics;
        this.session = ImapSession.of(settings);
    }

    /** @return whether there is more to read */
    boolean read() throws MessagingException {
        try (IMAPStore store = (IMAPStore) session.getStore("imap")) {
            int port = settings.port() == null ? -1 : settings.port();
            store.connect(settings.host(), port, settings.username(), settings.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try {
                return read(folder, done(store));
            } finally {
                // Without expunging what others have flagged as deleted.
                folder.close(false);
            }
        }
    }

    /** Where what was understood goes; null where it stays. */
    private @Nullable Folder done(IMAPStore store) throws MessagingException {
        if (settings.doneFolder().isBlank()) {
            return null;
        }
        if (!store.hasCapability("MOVE")) {
            throw new MessagingException("it cannot move mails (RFC 6851): set no BOUNCE_IMAP_DONE_FOLDER");
        }
        Folder done = store.getFolder(settings.doneFolder());
        if (!done.exists() && !done.create(Folder.HOLDS_MESSAGES)) {
            throw new MessagingException("BOUNCE_IMAP_DONE_FOLDER is not there and cannot be made");
        }
        return done;
    }

    private boolean read(IMAPFolder folder, @Nullable Folder done) throws MessagingException {
        Message[] unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] turn = Arrays.copyOf(unseen, Math.min(unseen.length, MOST_MAILS));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(turn, sizes);
        int taken = 0;
        for (Message message : turn) {
            if (takeAlone(message, folder, done)) {
                taken++;
            }
        }
        return unseen.length > turn.length && taken > 0;
    }

    /** A mail that cannot be taken keeps the others from nothing; it stays unseen for another time. */
    private boolean takeAlone(Message message, IMAPFolder folder, @Nullable Folder done) throws MessagingException {
        try {
            take(message, folder, done);
            return true;
        } catch (DataAccessException | TransactionException databaseAway) {
            throw databaseAway;
        } catch (MessagingException | IOException | RuntimeException failure) {
            if (!folder.isOpen()) {
                throw new MessagingException("The connection to the mailbox broke off", failure);
            }
            if (message.isExpunged()) {
                // Another instance took it, and has moved it.
                return true;
            }
            // Without its message, which may hold what the mail says.
            log.warn(
                    "A mail in the mailbox of bounces could not be taken and is left for later: {}",
                    failure.getClass().getName());
            return false;
        }
    }

    private void take(Message message, IMAPFolder folder, @Nullable Folder done)
            throws MessagingException, IOException {
        if (message.getSize() > LARGEST) {
            metrics.read("too_large");
            message.setFlag(Flags.Flag.SEEN, true);
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        var verdict = bounces.take(bytes.toByteArray());
        message.setFlag(Flags.Flag.SEEN, true);
        if (verdict.isEmpty()) {
            metrics.read("not_ours");
            return;
        }
        metrics.read(verdict.get().name().toLowerCase(Locale.ROOT));
        if (done != null) {
            folder.moveMessages(new Message[] {message}, done);
        }
    }
}

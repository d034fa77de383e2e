package museum.atrium.notification.bounces;

import jakarta.mail.Session;
import java.util.Properties;
import museum.atrium.http.RequiredSettings;
import museum.atrium.http.UnusableSetting;

/** Jakarta Mail's view of the mailbox that is configured. */
final class ImapSession {

    private ImapSession() {}

    /** @throws UnusableSetting where a mailbox is configured that cannot be read */
    static Session of(MailboxSettings settings) {
        if (settings.isConfigured()) {
            check(settings);
        }
        Properties properties = new Properties();
        properties.put("mail.imap.ssl.enable", settings.tls() == MailboxSettings.Tls.IMPLICIT);
        properties.put("mail.imap.starttls.enable", settings.tls() == MailboxSettings.Tls.STARTTLS);
        properties.put("mail.imap.starttls.required", settings.tls() == MailboxSettings.Tls.STARTTLS);
        properties.put("mail.imap.ssl.checkserveridentity", true);
        properties.put("mail.imap.connectiontimeout", 10_000);
        properties.put("mail.imap.timeout", 60_000);
        // Reading flags nothing: that is done after the effect.
        properties.put("mail.imap.peek", true);
        properties.put("mail.imap.partialfetch", false);
        return Session.getInstance(properties);
    }

    private static void check(MailboxSettings settings) {
        String purpose = "how the mailbox at BOUNCE_IMAP_HOST is opened";
        if (settings.username().isBlank()) {
            throw RequiredSettings.missing("BOUNCE_IMAP_USERNAME", purpose);
        }
        if (settings.password().isBlank()) {
            throw RequiredSettings.missing("BOUNCE_IMAP_PASSWORD", purpose);
        }
        if (settings.folder().equals(settings.doneFolder())) {
            throw new UnusableSetting(
                    "BOUNCE_IMAP_DONE_FOLDER is the folder that is read.", "Name another one, or none.");
        }
        if (!settings.poll().isPositive()) {
            throw new UnusableSetting("BOUNCE_IMAP_POLL is no time.", "Set it to one like 60s.");
        }
    }
}

package museum.atrium.notification.story;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import museum.atrium.inbox.scripted.Mail;
import museum.atrium.notification.bounces.Suppressed;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service that signs, and reads a real mailbox for what comes back. */
@Import(Suppressed.class)
public abstract class WithMailbox extends WithScriptedServer {

    private static final String USER = "bounces@example.org";
    private static final String PASSWORD = "of-tests";
    private static final KeyPair KEYS = keys();
    private static final GreenMail MAILBOX = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private static final Postbox POSTBOX = open();

    @DynamicPropertySource
    static void signingAndMailbox(DynamicPropertyRegistry properties) {
        properties.add("DKIM_DOMAIN", () -> "Example.org");
        properties.add("DKIM_SELECTOR", () -> "tests");
        properties.add("DKIM_PRIVATE_KEY", WithMailbox::pem);
        properties.add("BOUNCE_ADDRESS", () -> USER);
        properties.add("BOUNCE_IMAP_HOST", () -> "127.0.0.1");
        properties.add("BOUNCE_IMAP_PORT", () -> MAILBOX.getImap().getPort());
        properties.add("BOUNCE_IMAP_USERNAME", () -> USER);
        properties.add("BOUNCE_IMAP_PASSWORD", () -> PASSWORD);
        properties.add("BOUNCE_IMAP_TLS", () -> "none");
        properties.add("BOUNCE_IMAP_DONE_FOLDER", () -> "Done");
        properties.add("BOUNCE_IMAP_POLL", () -> "200ms");
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static Postbox open() {
        MAILBOX.start();
        return new Postbox(MAILBOX, MAILBOX.setUser(USER, USER, PASSWORD));
    }

    /** As it stands in the DNS. */
    protected static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    protected static Postbox postbox() {
        return POSTBOX;
    }

    /** The mails that were accepted for this address, with their envelopes. */
    protected List<Mail> mailsTo(String address) {
        return smtp().accepted().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }
}

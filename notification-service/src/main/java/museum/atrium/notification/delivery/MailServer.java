package museum.atrium.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import museum.atrium.notification.replies.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that everything goes to, as {@code spring.mail} says. */
@Component
class MailServer {

    private static final Logger log = LoggerFactory.getLogger(MailServer.class);

    private static final Duration ONE_BY_ONE = Duration.ofHours(1);

    private final JavaMailSenderImpl settings;
    private final Session session;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean oneByOne;
    private volatile long oneByOneUntil;

    MailServer(JavaMailSenderImpl settings, Session session) {
        this.settings = settings;
        this.session = session;
    }

    KeptTransport connect() throws MessagingException {
        try {
            KeptTransport transport = connectOnce();
            if (away.getAndSet(false)) {
                log.info("The mail server is reached again");
            }
            return transport;
        } catch (MessagingException failure) {
            isAway(Reply.withoutAddresses(failure.getMessage()));
            throw failure;
        }
    }

    /** Said once for all connections, until one is made again. */
    void isAway(String reply) {
        if (!away.getAndSet(true)) {
            log.warn("The mail server is not reached, and mails wait until it is: {}", reply);
        }
    }

    /** It has announced that commands may be sent ahead, and answers the first of them alone. */
    void breaksPipelining() {
        oneByOneUntil = System.nanoTime() + ONE_BY_ONE.toNanos();
        oneByOne = true;
        log.warn("The mail server announces PIPELINING and does not keep it: for an hour commands go one by one");
    }

    private boolean keepsPipelining() {
        if (oneByOne && System.nanoTime() - oneByOneUntil > 0) {
            oneByOne = false;
        }
        return !oneByOne;
    }

    private KeptTransport connectOnce() throws MessagingException {
        KeptTransport transport = KeptTransport.of(session, protocol(), keepsPipelining());
        String username = settings.getUsername();
        boolean anonymous = username == null || username.isEmpty();
        transport.connect(
                settings.getHost(),
                settings.getPort(),
                anonymous ? null : username,
                anonymous ? null : settings.getPassword());
        return transport;
    }

    private String protocol() {
        String protocol = settings.getProtocol();
        return protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol;
    }
}

package museum.atrium.inbox;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inbox as a program, configured by {@link InboxSettings#fromEnvironment its environment}. */
public final class InboxApplication {

    private InboxApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
        }
        Logger log = LoggerFactory.getLogger(InboxApplication.class);
        try {
            InboxSettings settings = InboxSettings.fromEnvironment(System.getenv());
            Inbox inbox = Inbox.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(inbox, log), "stop"));
            log.info(
                    "The inbox holds {} mails; pages at http://{}:{}, SMTP at port {}",
                    inbox.count(),
                    settings.host(),
                    inbox.httpPort(),
                    inbox.smtpPort());
        } catch (IOException | RuntimeException failure) {
            log.error("The inbox cannot start: {}", failure.getMessage(), failure);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void stop(Inbox inbox, Logger log) {
        try {
            inbox.close();
        } catch (IOException failure) {
            log.error("The inbox stopped without flushing its last mails", failure);
        }
    }
}

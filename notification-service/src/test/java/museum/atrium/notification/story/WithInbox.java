package museum.atrium.notification.story;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import museum.atrium.inbox.Inbox;
import museum.atrium.inbox.InboxSettings;
import museum.atrium.inbox.reading.Message;
import museum.atrium.inbox.reading.OpenedMessage;
import museum.atrium.outbox.CaughtUp;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with an inbox that takes everything: tests look at the mails that arrived. */
@Notified
public abstract class WithInbox {

    private static final Inbox INBOX = start();

    @Autowired
    protected Announcer announcer;

    @Autowired
    protected Outbound outbound;

    @Autowired
    CaughtUp caughtUp;

    /** Before that only transactional mails go. */
    @BeforeEach
    void theServiceHasCaughtUp() {
        eventually(
                Duration.ofSeconds(60), () -> assertThat(caughtUp.isCaughtUp()).isTrue());
    }

    private static Inbox start() {
        try {
            return Inbox.start(InboxSettings.onFreePorts(Files.createTempDirectory("inbox")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.port", INBOX::smtpPort);
    }

    /** What this person got, oldest first. */
    protected List<OpenedMessage> mailsTo(UUID registration) {
        return mailsTo(Story.address(registration));
    }

    protected List<OpenedMessage> mailsTo(String address) {
        return INBOX.messages(address).reversed().stream()
                .map(Message::id)
                .map(id -> INBOX.open(id).orElseThrow())
                .toList();
    }
}

package museum.atrium.inbox.receiving;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import museum.atrium.inbox.Inbox;
import museum.atrium.inbox.InboxSettings;
import museum.atrium.inbox.SmtpClient;
import museum.atrium.inbox.reading.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceivingTest {

    @TempDir
    Path folder;

    @Test
    void aMailIsThereByteForByteWhenItsSenderIsTold() throws IOException {
        try (Inbox inbox = Inbox.start(settings());
                SmtpClient client = SmtpClient.greeted(inbox.smtpPort())) {
            String answer = client.mail(
                    "Ines@example.org",
                    "From: \"The Museum\" <hello@example.org>\nSubject: =?UTF-8?Q?Caf=C3=A9?=\n\n.dot\n\nüber\n");
            assertThat(answer).startsWith("250");

            Message message = inbox.messages("ines@EXAMPLE.org").getFirst();
            assertThat(message.from()).isEqualTo("hello@example.org");
            assertThat(message.to()).isEqualTo("Ines@example.org");
            assertThat(message.subject()).isEqualTo("Café");
            assertThat(new String(inbox.raw(message.id()).orElseThrow(), StandardCharsets.UTF_8))
                    .isEqualTo("From: \"The Museum\" <hello@example.org>\r\nSubject: =?UTF-8?Q?Caf=C3=A9?=\r\n\r\n"
                            + ".dot\r\n\r\nüber\r\n\r\n");
        }
    }

    @Test
    void commandsMayBeSentAheadOfTheirAnswers() throws IOException {
        try (Inbox inbox = Inbox.start(settings());
                SmtpClient client = new SmtpClient(inbox.smtpPort())) {
            client.answer();
            assertThat(client.say("EHLO client.example.org")).contains("PIPELINING", "8BITMIME", "SMTPUTF8", "SIZE");
            for (int i = 0; i < 50; i++) {
                client.write("MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n");
                client.write("Subject: Nr " + i + "\r\n\r\nHello\r\n.\r\n");
            }
            for (int i = 0; i < 50; i++) {
                assertThat(client.answer()).startsWith("250");
                assertThat(client.answer()).startsWith("250");
                assertThat(client.answer()).startsWith("354");
                assertThat(client.answer()).startsWith("250");
            }
            assertThat(inbox.messages("b@example.org"))
                    .extracting(Message::subject)
                    .hasSize(50)
                    .startsWith("Nr 49")
                    .endsWith("Nr 0");
        }
    }

    @Test
    void aMailThatIsTooLongIsRefusedAndTheConnectionGoesOn() throws IOException {
        try (Inbox inbox = Inbox.start(settings().withMessageBytes(10_000));
                SmtpClient client = SmtpClient.greeted(inbox.smtpPort())) {
            assertThat(client.mail("b@example.org", "Subject: Long\n\n" + "x".repeat(20_000)))
                    .startsWith("552");
            assertThat(client.mail("b@example.org", "Subject: Short\n\nx")).startsWith("250");
            assertThat(inbox.messages("b@example.org"))
                    .extracting(Message::subject)
                    .containsExactly("Short");
        }
    }

    @Test
    void connectionsBeyondTheLimitAreSentAway() throws IOException {
        try (Inbox inbox = Inbox.start(settings().withConnections(2));
                SmtpClient first = SmtpClient.greeted(inbox.smtpPort());
                SmtpClient second = SmtpClient.greeted(inbox.smtpPort())) {
            try (SmtpClient third = new SmtpClient(inbox.smtpPort())) {
                assertThat(third.answer()).startsWith("421");
            }
            assertThat(first.mail("b@example.org", "Subject: 1\n\n")).startsWith("250");
            second.close();
            eventually(() -> {
                try (SmtpClient later = new SmtpClient(inbox.smtpPort())) {
                    assertThat(later.answer()).startsWith("220");
                }
            });
        }
    }

    @Test
    void manyConnectionsLoseNothing() throws Exception {
        int connections = 8;
        int each = 250;
        try (Inbox inbox = Inbox.start(settings());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Future<?>>();
            for (int c = 0; c < connections; c++) {
                String to = "reader" + c + "@example.org";
                sending.add(threads.submit(() -> {
                    try (SmtpClient client = SmtpClient.greeted(inbox.smtpPort())) {
                        for (int i = 0; i < each; i++) {
                            assertThat(client.mail(to, "Subject: " + i + "\n\nto " + to))
                                    .startsWith("250");
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : sending) {
                one.get();
            }
            assertThat(inbox.count()).isEqualTo(connections * each);
            for (int c = 0; c < connections; c++) {
                assertThat(inbox.messages("reader" + c + "@example.org"))
                        .extracting(Message::subject)
                        .doesNotHaveDuplicates()
                        .hasSize(each);
            }
        }
    }

    @Test
    void aMessageThatIsNoMessageIsHeldToo() throws IOException {
        try (Inbox inbox = Inbox.start(settings());
                SmtpClient client = SmtpClient.greeted(inbox.smtpPort())) {
            assertThat(client.mail("b@example.org", "\u0000\u0001 : no header\nFrom: ,;<<>\nSubject: =?x?Q?y?=\n\n"))
                    .startsWith("250");
            assertThat(client.mail("b@example.org", "")).startsWith("250");
            for (Message message : inbox.messages("b@example.org")) {
                assertThat(inbox.open(message.id())).isPresent();
            }
            assertThat(inbox.messages("b@example.org")).hasSize(2);
        }
    }

    @Test
    void stoppingLetsTheMailThatIsUnderWayBeAnswered() throws Exception {
        Inbox inbox = Inbox.start(settings());
        try (SmtpClient client = SmtpClient.greeted(inbox.smtpPort());
                SmtpClient idle = SmtpClient.greeted(inbox.smtpPort());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            client.say("MAIL FROM:<a@example.org>");
            client.say("RCPT TO:<b@example.org>");
            client.say("DATA");
            Future<?> stopping = threads.submit(() -> {
                inbox.close();
                return null;
            });
            eventually(() -> assertThat(idle.say("MAIL FROM:<a@example.org>")).isIn("", refusal()));
            assertThat(client.say("Subject: Last\r\n\r\nbye\r\n.")).startsWith("250");
            stopping.get();
        }
        try (Inbox again = Inbox.start(settings())) {
            assertThat(again.messages("b@example.org"))
                    .extracting(Message::subject)
                    .containsExactly("Last");
        }
    }

    private static String refusal() {
        return "421 4.3.2 The inbox is stopping\n";
    }

    private InboxSettings settings() {
        return InboxSettings.onFreePorts(folder);
    }
}

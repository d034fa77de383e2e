package museum.atrium.inbox;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import museum.atrium.inbox.reading.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledInboxTest {

    @TempDir
    Path folder;

    @Test
    void everyMailThatWasConfirmedIsThereAfterAKill() throws Exception {
        int confirmed = 0;
        int smtpPort = freePort();
        Process process = program(smtpPort, freePort());
        try (SmtpClient client = SmtpClient.greeted(smtpPort)) {
            for (; confirmed < 300; confirmed++) {
                assertThat(client.mail("jo@example.org", "Subject: Nr " + confirmed + "\n\nHello"))
                        .startsWith("250");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Inbox inbox = Inbox.start(InboxSettings.onFreePorts(folder))) {
            assertThat(inbox.messages("jo@example.org"))
                    .extracting(Message::subject)
                    .hasSize(confirmed)
                    .startsWith("Nr 299")
                    .endsWith("Nr 0");
        }
    }

    @Test
    void itStopsByItselfWhenAskedTo() throws Exception {
        int smtpPort = freePort();
        Process process = program(smtpPort, freePort());
        try (SmtpClient client = SmtpClient.greeted(smtpPort)) {
            assertThat(client.mail("jo@example.org", "Subject: Hello\n\n")).startsWith("250");
            process.destroy();
            assertThat(process.waitFor(Duration.ofSeconds(15))).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Inbox inbox = Inbox.start(InboxSettings.onFreePorts(folder))) {
            assertThat(inbox.messages()).hasSize(1);
        }
    }

    private Process program(int smtpPort, int httpPort) throws IOException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InboxApplication.class.getName());
        builder.environment().put("INBOX_DATA", folder.toString());
        builder.environment().put("INBOX_PORT", Integer.toString(httpPort));
        builder.environment().put("SMTP_PORT", Integer.toString(smtpPort));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/health"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            eventually(
                    Duration.ofSeconds(30),
                    () -> assertThat(
                                    http.send(health, BodyHandlers.discarding()).statusCode())
                            .isEqualTo(200));
        }
        return process;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

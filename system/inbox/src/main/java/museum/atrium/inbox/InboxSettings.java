package museum.atrium.inbox;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where an inbox listens and what it holds.
 *
 * @param host the address to listen at; containers need 0.0.0.0
 * @param httpPort 0 for any free one, as with smtpPort
 * @param capacity mails that are kept at least; up to a twentieth more before the oldest are dropped
 * @param messageBytes the longest message that is taken
 * @param connections SMTP connections at once; further ones are answered 421
 */
public record InboxSettings(
        String host, int httpPort, int smtpPort, Path data, int capacity, int messageBytes, int connections) {

    private static final int CAPACITY = 100_000;
    private static final int MESSAGE_BYTES = 16 * 1024 * 1024;
    private static final int CONNECTIONS = 64;

    public InboxSettings {
        if (capacity < 1 || messageBytes < 1 || connections < 1) {
            throw new IllegalArgumentException("An inbox needs a capacity, a message size and connections above 0");
        }
    }

    /** For tests: free ports of this machine. */
    public static InboxSettings onFreePorts(Path data) {
        return new InboxSettings("127.0.0.1", 0, 0, data, CAPACITY, MESSAGE_BYTES, CONNECTIONS);
    }

    /** INBOX_HOST, INBOX_PORT, SMTP_PORT, INBOX_DATA, INBOX_CAPACITY, INBOX_MESSAGE_BYTES, INBOX_CONNECTIONS. */
    public static InboxSettings fromEnvironment(Map<String, String> environment) {
        return new InboxSettings(
                environment.getOrDefault("INBOX_HOST", "127.0.0.1"),
                number(environment, "INBOX_PORT", 8025),
                number(environment, "SMTP_PORT", 1025),
                Path.of(environment.getOrDefault("INBOX_DATA", ".atrium/inbox")),
                number(environment, "INBOX_CAPACITY", CAPACITY),
                number(environment, "INBOX_MESSAGE_BYTES", MESSAGE_BYTES),
                number(environment, "INBOX_CONNECTIONS", CONNECTIONS));
    }

    public InboxSettings withCapacity(int mails) {
        return new InboxSettings(host, httpPort, smtpPort, data, mails, messageBytes, connections);
    }

    public InboxSettings withMessageBytes(int longest) {
        return new InboxSettings(host, httpPort, smtpPort, data, capacity, longest, connections);
    }

    public InboxSettings withConnections(int most) {
        return new InboxSettings(host, httpPort, smtpPort, data, capacity, messageBytes, most);
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, "");
        try {
            return value.isBlank() ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number: " + value, e);
        }
    }
}

package museum.atrium.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import museum.atrium.localstack.StackFailure;
import museum.atrium.localstack.supervision.Part;
import museum.atrium.localstack.supervision.Readiness;
import museum.atrium.localstack.supervision.StopSignal;

/** The mail server that shows every mail instead of delivering it. */
public final class MailInbox {

    public static final String NAME = "inbox";

    private static final int HEAP_MEGABYTES = 256;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);

    private MailInbox() {}

    public static Part prepare(Path home, Path folder, int httpPort, int smtpPort, Map<String, String> inherited) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StackFailure("The inbox's folder %s cannot be made: %s".formatted(folder, failure), failure);
        }
        var environment = new HashMap<>(inherited);
        environment.put("INBOX_PORT", Integer.toString(httpPort));
        environment.put("SMTP_PORT", Integer.toString(smtpPort));
        environment.put("INBOX_DATA", folder.resolve("mails").toString());
        Path jar = home.resolve("system/inbox/target/inbox.jar");
        return new Part(
                NAME,
                JavaProgram.with(HEAP_MEGABYTES, ClassArchive.learntIn(folder), "-jar", jar.toString()),
                environment,
                Readiness.acceptsConnections(httpPort),
                StopSignal.TERM,
                STOPS_WITHIN);
    }
}

package museum.atrium.localstack.supervision;

import java.io.IOException;

/** How a part is asked to end. Postgres takes SIGTERM as 'when the last client has gone' and wants SIGINT instead. */
public enum StopSignal {
    TERM,
    INT;

    void sendTo(ProcessHandle process) {
        if (this == TERM) {
            process.destroy();
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            process.destroy();
        }
    }
}

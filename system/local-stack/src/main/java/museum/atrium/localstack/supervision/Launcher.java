package museum.atrium.localstack.supervision;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a process of a part, with its output in the part's log, and keeps account of it. */
public final class Launcher {

    private static final File NOTHING = new File("/dev/null");

    private final Path logs;
    private final RunningProcesses running;

    public Launcher(Path logs, RunningProcesses running) {
        this.logs = logs;
        this.running = running;
    }

    Path log(Part part) {
        return new PartLog(logs, part.name()).file();
    }

    Process launch(Part part) throws IOException {
        var builder = new ProcessBuilder(OwnSession.of(part.command().line()))
                .directory(logs.toFile())
                .redirectErrorStream(true)
                .redirectInput(NOTHING)
                .redirectOutput(new PartLog(logs, part.name()).open());
        builder.environment().clear();
        builder.environment().putAll(part.environment());
        Process process = builder.start();
        running.add(process.toHandle(), part.command().programAsRun(), part.stopSignal());
        return process;
    }

    void hasEnded(Process process) {
        running.remove(process.pid());
    }
}

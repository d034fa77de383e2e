package museum.atrium.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broker that can be killed and comes back with its data, at the same address. */
final class BrokerProcess implements AutoCloseable {

    private final Path directory;
    private final int port;
    private @Nullable Process process;

    BrokerProcess(Path directory) {
        this.directory = directory;
        this.port = freePort();
        int controllerPort = freePort();
        write("server.properties", """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=PLAINTEXT://localhost:%1$d,CONTROLLER://localhost:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
                log.dirs=%3$s
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=4194304
                """.formatted(port, controllerPort, directory.resolve("log")));
        write("logback.xml", "<configuration><root level=\"error\"/></configuration>");
        run("kafka.tools.StorageTool", "format", "-t", "kJ3ZqkSCT2qUO6vVYpQ1Yw", "-c", path("server.properties"));
    }

    String address() {
        return "localhost:" + port;
    }

    void start() {
        process = launch("kafka.Kafka", path("server.properties"));
    }

    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void run(String... command) {
        int code = launch(command).onExit().join().exitValue();
        if (code != 0) {
            throw new IllegalStateException("%s ended with %d".formatted(command[0], code));
        }
    }

    private Process launch(String... command) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + path("logback.xml"),
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(List.of(command));
        try {
            return new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            directory.resolve("output").toFile()))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String path(String file) {
        return directory.resolve(file).toString();
    }

    private void write(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

package museum.atrium.localstack.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import museum.atrium.localstack.StackFailure;
import museum.atrium.localstack.supervision.Command;
import museum.atrium.localstack.supervision.Part;
import museum.atrium.localstack.supervision.Readiness;
import museum.atrium.localstack.supervision.StopSignal;
import org.apache.kafka.common.Uuid;

/** A Kafka broker of the stack's own: one node that is its own controller, on this machine's loopback address only. */
public final class Broker {

    public static final String NAME = "Kafka";

    private static final int HEAP_MEGABYTES = 400;
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

    private Broker() {}

    /**
     * Writes the broker's settings, and lays out its folder when that is new.
     *
     * @param classPath on which the broker's classes are
     */
    public static Part prepare(
            Path folder, BrokerPorts ports, String classPath, Map<String, String> environment, Path logs) {
        try {
            Files.createDirectories(folder);
            Path data = folder.resolve("data");
            Path settings = folder.resolve("server.properties");
            Files.writeString(settings, settings(data, ports));
            if (!Files.exists(data.resolve("meta.properties"))) {
                var layOut = java(
                        classPath,
                        List.of(),
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        settings.toString());
                Errand.run("Laying out Kafka's data", layOut, environment, logs.resolve(NAME + ".log"));
            }
            return new Part(
                    NAME,
                    java(classPath, startingSoon(folder, environment), "kafka.Kafka", settings.toString()),
                    environment,
                    Readiness.acceptsConnections(ports.clients()),
                    StopSignal.TERM,
                    STOPS_WITHIN);
        } catch (IOException failure) {
            throw new StackFailure("Kafka cannot be prepared in %s: %s".formatted(folder, failure), failure);
        }
    }

    private static List<String> startingSoon(Path folder, Map<String, String> environment) {
        var options = new ArrayList<>(ClassArchive.learntIn(folder));
        options.addAll(Compiler.in(environment).options());
        return options;
    }

    private static Command java(String classPath, List<String> moreOptions, String... program) {
        var options = new ArrayList<String>(moreOptions);
        options.add("-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider");
        options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
        options.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
        options.add("-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS");
        options.add("--sun-misc-unsafe-memory-access=allow");
        options.add("--enable-native-access=ALL-UNNAMED");
        options.add("-cp");
        options.add(classPath);
        return JavaProgram.with(HEAP_MEGABYTES, options, program);
    }

    private static String settings(Path data, BrokerPorts ports) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:CONTROL
                listeners=LOCAL://127.0.0.1:CLIENTS,CONTROLLER://127.0.0.1:CONTROL
                advertised.listeners=LOCAL://127.0.0.1:CLIENTS
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=LOCAL
                listener.security.protocol.map=CONTROLLER:PLAINTEXT,LOCAL:PLAINTEXT
                log.dirs=DATA

                # Topics are declared by who produces to them.
                auto.create.topics.enable=false
                num.partitions=12
                group.initial.rebalance.delay.ms=0

                # One node has one copy of everything.
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=4

                # A small machine, and a broker that is back soon after it was killed.
                num.network.threads=2
                num.io.threads=4
                log.cleaner.dedupe.buffer.size=16777216
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=1000
                """.replace("CLIENTS", Integer.toString(ports.clients()))
                .replace("CONTROL", Integer.toString(ports.controller()))
                .replace("DATA", inProperties(data));
    }

    /** A properties file takes a backslash for the beginning of an escape. */
    private static String inProperties(Path path) {
        return path.toString().replace("\\", "\\\\");
    }
}

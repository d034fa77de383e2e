package museum.atrium.localstack.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import museum.atrium.localstack.supervision.Launcher;
import museum.atrium.localstack.supervision.Part;
import museum.atrium.localstack.supervision.RunningProcesses;
import museum.atrium.localstack.supervision.SupervisedPart;
import museum.atrium.localstack.supervision.Told;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSurvivesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final List<SupervisedPart> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(SupervisedPart::stop);
    }

    @Test
    void whatPostgresHasCommittedOutlivesAKill() throws IOException, SQLException {
        var address = new DatabaseAddress("127.0.0.1", freePort(), Postgres.USER, "a password 'with' signs");
        var part = supervise(Postgres.prepare(folder.resolve("postgres"), address, environment(), logs()));
        try (var connection = address.connect("registration");
                var statement = connection.createStatement()) {
            statement.execute("create table kept(text text)");
            statement.execute("insert into kept values ('Straße in 上海')");
        }

        part.kill();
        part.awaitReady(PATIENCE);

        try (var connection = address.connect("registration");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select text from kept")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getString(1)).isEqualTo("Straße in 上海");
        }
        for (String database : List.of("notification", "recording")) {
            address.connect(database).close();
        }
    }

    @Test
    void nobodyComesIntoPostgresWithAnotherPassword() throws IOException {
        var address = new DatabaseAddress("127.0.0.1", freePort(), Postgres.USER, "right");
        supervise(Postgres.prepare(folder.resolve("postgres"), address, environment(), logs()));
        var guessing = new DatabaseAddress(address.host(), address.port(), Postgres.USER, "wrong");

        assertThat(catchThrowable(() -> guessing.connect("registration")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void whatKafkaHasAcknowledgedOutlivesAKill() throws Exception {
        var ports = new BrokerPorts(freePort(), freePort());
        var part = supervise(Broker.prepare(
                folder.resolve("kafka"), ports, System.getProperty("java.class.path"), environment(), logs()));
        Map<String, Object> settings = Map.of("bootstrap.servers", ports.address(), "acks", "all");
        try (var admin = Admin.create(settings)) {
            admin.createTopics(Set.of(new NewTopic("kept", 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
        }

        part.kill();
        part.awaitReady(PATIENCE);

        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ports.address(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partition = new TopicPartition("kept", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(30)))
                    .singleElement()
                    .satisfies(read -> assertThat(read.value()).isEqualTo("value"));
        }
    }

    private SupervisedPart supervise(Part prepared) {
        var part = new SupervisedPart(
                prepared, new Launcher(folder, new RunningProcesses(folder.resolve("running"))), new Told());
        started.add(part);
        part.start();
        part.awaitReady(PATIENCE);
        return part;
    }

    private Path logs() throws IOException {
        return Files.createDirectories(folder.resolve("logs"));
    }

    private static Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.keySet().retainAll(Set.of("PATH", "HOME"));
        return environment;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

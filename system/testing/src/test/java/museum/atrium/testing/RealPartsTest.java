package museum.atrium.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;

@SpringBootTest(
        classes = RealPartsTest.App.class,
        properties = {"spring.kafka.consumer.group-id=guests", "spring.kafka.consumer.auto-offset-reset=earliest"})
@RealParts(topics = "doors")
class RealPartsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class App {}

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KafkaTemplate<String, String> kafka;

    @Autowired
    KafkaAdmin admin;

    @Autowired
    ConsumerFactory<String, String> consumers;

    @Test
    void theDatabaseIsPostgres18() {
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("18.");
    }

    @Test
    void theTopicsAskedForHaveTwelvePartitions() throws Exception {
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            assertThat(client.describeTopics(List.of("doors")).allTopicNames().get(10, TimeUnit.SECONDS))
                    .hasEntrySatisfying(
                            "doors", doors -> assertThat(doors.partitions()).hasSize(12));
        }
    }

    @Test
    void whatIsSentIsReceived() throws Exception {
        kafka.send("doors", "front", "open").get(10, TimeUnit.SECONDS);

        try (Consumer<String, String> consumer = consumers.createConsumer()) {
            consumer.subscribe(List.of("doors"));
            Eventually.eventually(
                    () -> assertThat(consumer.poll(Duration.ofMillis(200)).records("doors"))
                            .anySatisfy(record -> assertThat(record.value()).isEqualTo("open")));
        }
    }

    @Test
    void theContextStartsWithEmptyParts() throws Exception {
        useUpTheNameDoors();
    }

    @Nested
    @TestPropertySource(properties = "another=context")
    class InAnotherContext {

        @Test
        void theSameNamesAreFreeAgain() throws Exception {
            useUpTheNameDoors();
        }
    }

    // Run in two contexts that shared a server's tables or topics, the second would fail.
    private void useUpTheNameDoors() throws Exception {
        jdbc.sql("create table doors (id int)").update();
        try (Admin client = Admin.create(admin.getConfigurationProperties())) {
            client.createTopics(List.of(new NewTopic("windows", Optional.empty(), Optional.empty())))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
    }
}

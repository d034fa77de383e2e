package museum.atrium.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import museum.atrium.system.stack.Stack;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Everything that a stack keeps: every row of every table, and the latest record of every key of every topic. */
final class KeptBytes {

    private static final List<String> DATABASES = List.of("registration", "notification", "recording");

    private final Stack.Stores stores;

    KeptBytes(Stack.Stores stores) {
        this.stores = stores;
    }

    /** The places where this text stands, in any column. */
    List<String> tablesWith(String text) throws SQLException {
        List<String> places = new ArrayList<>();
        for (String database : DATABASES) {
            try (Connection connection = stores.database(database)) {
                for (String table : tables(connection)) {
                    if (holds(connection, table, text)) {
                        places.add(database + "." + table);
                    }
                }
            }
        }
        return places;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static boolean holds(Connection connection, String table, String text) throws SQLException {
        String sql = "select 1 from \"%s\" t where strpos(lower(t::text), ?) > 0 limit 1".formatted(table);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, text.toLowerCase(Locale.ROOT));
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /**
     * The topics, dead letters included, of which a record has this text that no later record of its key replaces: what compaction
     * will leave, whenever it comes.
     */
    List<String> topicsWith(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        return latest().entrySet().stream()
                .filter(record -> record.getValue()
                        .map(value -> value.contains(lowerCase))
                        .orElse(false))
                .map(record -> record.getKey().topic())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the newest that this topic says of the key is that it is erased. */
    boolean isTombstone(String topic, String key) {
        return latest().getOrDefault(new Key(topic, key), Optional.of("never known"))
                .isEmpty();
    }

    /** As a producer with an error in it would say it. */
    void tell(String topic, String key, String value) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stores.brokers()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value));
        }
    }

    private record Key(String topic, String key) {}

    private Map<Key, Optional<String>> latest() {
        Map<Key, Optional<String>> latest = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stores.brokers()), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith("atrium."))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> latest.put(
                                new Key(record.topic(), record.key()),
                                Optional.ofNullable(record.value())
                                        .map(value -> new String(value, UTF_8).toLowerCase(Locale.ROOT))));
            }
        }
        return latest;
    }
}

package museum.atrium.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The dead letters of one topic that were not replayed before. */
final class DeadLetterTopic {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Object> consumerSettings;
    private final String origin;
    private final String name;

    /** @param origin the topic that the records first stood in */
    DeadLetterTopic(Map<String, Object> consumerSettings, String group, String origin, Set<String> handledTopics) {
        if (!handledTopics.contains(origin)) {
            throw new IllegalArgumentException(
                    "%s is not a topic of %s, which reads %s".formatted(origin, group, handledTopics));
        }
        this.consumerSettings = new HashMap<>(consumerSettings);
        // A group of its own remembers what was replayed.
        this.consumerSettings.put(ConsumerConfig.GROUP_ID_CONFIG, group + ".replay");
        this.origin = origin;
        this.name = DeadLetters.topicOf(origin, group);
    }

    String origin() {
        return origin;
    }

    /** Gives each record, as it first was, to the reader, up to the present end; it is not read again once that returned. */
    void read(Consumer<ConsumerRecord<String, byte[]>> reader) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(consumerSettings)) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> starts =
                    partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position));

            Map<String, Long> erasedBefore = new HashMap<>();
            pass(consumer, ends, letter -> {
                if (letter.value() == null) {
                    erasedBefore.put(letter.key(), letter.offset());
                }
            });

            starts.forEach(consumer::seek);
            pass(consumer, ends, letter -> {
                if (letter.offset() > erasedBefore.getOrDefault(letter.key(), -1L)) {
                    reader.accept(DeadLetters.original(letter));
                }
                consumer.commitSync(Map.of(Handled.partition(letter), new OffsetAndMetadata(letter.offset() + 1)));
            });
        }
    }

    private static void pass(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<String, byte[]> letter : consumer.poll(POLL)) {
                if (letter.offset() < ends.getOrDefault(Handled.partition(letter), 0L)) {
                    reader.accept(letter);
                }
            }
        }
    }
}

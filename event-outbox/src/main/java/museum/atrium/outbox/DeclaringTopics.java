package museum.atrium.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topics that this service writes: its own and the dead-letter topics of those that it reads. */
final class DeclaringTopics {

    static final int PARTITIONS = 12;

    private static final Logger log = LoggerFactory.getLogger(DeclaringTopics.class);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(14);
    /** How long data of a key may outlive its tombstone. */
    private static final Duration ERASED_WITHIN = Duration.ofDays(1);

    private final List<NewTopic> topics;
    private volatile boolean declared;

    DeclaringTopics(Collection<EventTopic> events, Collection<String> deadLetters, KafkaSettings settings) {
        this.topics = Stream.concat(
                        events.stream().map(topic -> newTopic(topic, settings)),
                        deadLetters.stream().map(topic -> deadLetterTopic(topic, settings)))
                .toList();
    }

    boolean areDeclared() {
        return declared;
    }

    /** Does nothing once it has succeeded. */
    void declare(Admin admin) throws InterruptedException, ExecutionException {
        if (declared) {
            return;
        }
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !existing.contains(topic.name()))
                .toList();
        List<String> created = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<Void>> creation :
                admin.createTopics(missing).values().entrySet()) {
            try {
                creation.getValue().get();
                created.add(creation.getKey());
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
        if (!created.isEmpty()) {
            log.info("Created the topics {}", created);
        }
        declared = true;
    }

    private static NewTopic newTopic(EventTopic topic, KafkaSettings settings) {
        Duration retention = topic.retention();
        return retention == null
                ? topic(topic.name(), settings, TopicConfig.CLEANUP_POLICY_COMPACT, Duration.ofMillis(-1))
                : topic(topic.name(), settings, TopicConfig.CLEANUP_POLICY_DELETE, retention);
    }

    /** Compacted too, so that a tombstone erases a key's dead letters as well. */
    private static NewTopic deadLetterTopic(String name, KafkaSettings settings) {
        return topic(
                name,
                settings,
                TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE,
                DEAD_LETTER_RETENTION);
    }

    private static NewTopic topic(String name, KafkaSettings settings, String cleanup, Duration retention) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
        configuration.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
        if (cleanup.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            configuration.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, Long.toString(ERASED_WITHIN.toMillis()));
        }
        if (settings.replicationFactor() > 2) {
            configuration.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
        }
        return new NewTopic(name, PARTITIONS, settings.replicationFactor()).configs(configuration);
    }
}

package museum.atrium.outbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerPartitionIdleEvent;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;

/** Reads all topics of this service's handlers with one consumer, whose offsets it commits as far as records were handled. */
final class EventListening implements BatchAcknowledgingConsumerAwareMessageListener<String, byte[]>, AutoCloseable {

    private final HandlingEvents handling;
    private final CaughtUpGate caughtUp;
    private final ConsumerOffsets offsets = new ConsumerOffsets();
    private final ScheduledExecutorService resuming = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("resuming-partitions").daemon().factory());
    private final PostponedPartitions postponed = new PostponedPartitions(resuming);
    private final KafkaMessageListenerContainer<String, byte[]> container;

    EventListening(
            Set<String> topics,
            String group,
            ConsumerFactory<?, ?> configured,
            HandlingEvents handling,
            CaughtUpGate caughtUp) {
        this.handling = handling;
        this.caughtUp = caughtUp;
        ContainerProperties properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setClientId(group);
        properties.setMessageListener(this);
        properties.setAckMode(AckMode.MANUAL);
        properties.setPollTimeout(250);
        properties.setIdlePartitionEventInterval(1_000L);
        properties.setAuthExceptionRetryInterval(Duration.ofSeconds(10));
        this.container = new KafkaMessageListenerContainer<>(consumers(configured), properties);
        this.container.setBeanName("events");
        // Handling never throws. If it does, begin again from what was committed rather than pass anything over.
        this.container.setCommonErrorHandler(new CommonContainerStoppingErrorHandler());
        this.container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerPartitionIdleEvent idle) {
                offsets.commitPosition(idle.getConsumer(), idle.getTopicPartition());
            }
        });
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<String, byte[]>> polled,
            @Nullable Acknowledgment unused,
            @Nullable Consumer<?, ?> consumer) {
        handle(polled, requireNonNull(consumer));
    }

    private void handle(List<ConsumerRecord<String, byte[]>> polled, Consumer<?, ?> consumer) {
        Handled handled = handling.handle(polled);
        if (handled.stops().values().stream().anyMatch(Handled.Stop::databaseAway)) {
            caughtUp.outage();
        }
        offsets.commit(consumer, handled.next());
        postponed.postpone(handled, consumer, container);
    }

    void ensureStarted() {
        if (!container.isRunning()) {
            container.start();
        }
    }

    void stop() {
        container.stop();
    }

    @Override
    public void close() {
        resuming.shutdownNow();
    }

    private static ConsumerFactory<String, byte[]> consumers(ConsumerFactory<?, ?> configured) {
        DefaultKafkaConsumerFactory<String, byte[]> own = new DefaultKafkaConsumerFactory<>(settings(configured));
        copyListeners(configured, own);
        return own;
    }

    static Map<String, Object> settings(ConsumerFactory<?, ?> configured) {
        Map<String, Object> settings = new HashMap<>(configured.getConfigurationProperties());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, List.of(CooperativeStickyAssignor.class));
        // Only a topic's producer creates it; until then the consumer looks for it this often.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
        return settings;
    }

    @SuppressWarnings("unchecked") // the listeners bind metrics; they never touch keys and values
    private static void copyListeners(ConsumerFactory<?, ?> from, ConsumerFactory<String, byte[]> to) {
        ((ConsumerFactory<String, byte[]>) from).getListeners().forEach(to::addListener);
    }
}

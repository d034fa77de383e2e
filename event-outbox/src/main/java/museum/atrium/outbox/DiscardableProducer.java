package museum.atrium.outbox;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** An idempotent producer that is made when it is needed and, once something went wrong, made anew. */
final class DiscardableProducer {

    private final ProducerFactory<String, byte[]> factory;
    private @Nullable Producer<String, byte[]> producer;

    DiscardableProducer(ProducerFactory<?, ?> configured, String clientId) {
        DefaultKafkaProducerFactory<String, byte[]> own =
                new DefaultKafkaProducerFactory<>(settings(configured, clientId));
        own.setPhysicalCloseTimeout(0);
        copyListeners(configured, own);
        this.factory = own;
    }

    /** Fails as the constructor of a Kafka producer does, for instance while the broker's name cannot be resolved. */
    synchronized Producer<String, byte[]> get() {
        Producer<String, byte[]> current = producer;
        if (current == null) {
            current = factory.createProducer();
            producer = current;
        }
        return current;
    }

    /** Drops whatever it has not sent yet. */
    synchronized void discard() {
        if (producer != null) {
            producer = null;
            factory.reset();
        }
    }

    private static Map<String, Object> settings(ProducerFactory<?, ?> configured, String clientId) {
        Map<String, Object> settings = new HashMap<>(configured.getConfigurationProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // A batch that expired could be overtaken by the next one: who sends decides when to give up.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }

    @SuppressWarnings("unchecked") // the listeners bind metrics; they never touch keys and values
    private static void copyListeners(ProducerFactory<?, ?> from, ProducerFactory<String, byte[]> to) {
        ((ProducerFactory<String, byte[]>) from).getListeners().forEach(to::addListener);
    }
}

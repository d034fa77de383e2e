package museum.atrium.notification.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.ReceivedEvent;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the service what happened, as the other services would. */
@TestComponent
public class Announcer implements AutoCloseable {

    private static final int THREADS = 8;

    private final Map<String, EventHandler> handlers;
    private final TransactionTemplate transactions;
    private final KafkaProducer<String, String> kafka;

    Announcer(
            List<EventHandler> handlers,
            TransactionTemplate transactions,
            @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        this.handlers = handlers.stream().collect(Collectors.toMap(EventHandler::topic, Function.identity()));
        this.transactions = transactions;
        this.kafka = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Over the broker; events of different topics may overtake each other. */
    public void publish(ReceivedEvent... events) {
        for (ReceivedEvent event : events) {
            ProducerRecord<String, String> produced = new ProducerRecord<>(event.topic(), event.key(), event.payload());
            header(produced, "ce_id", UUID.randomUUID().toString());
            header(produced, "ce_type", event.type());
            header(produced, "ce_source", "/registration-service");
            header(produced, "ce_specversion", "1.0");
            header(produced, "ce_time", event.time().toString());
            header(produced, "ce_subject", event.key());
            header(produced, "content-type", "application/json");
            kafka.send(produced);
        }
        kafka.flush();
    }

    private static void header(ProducerRecord<String, String> produced, String name, String value) {
        produced.headers().add(name, value.getBytes(UTF_8));
    }

    /** Straight to the handlers, each in a transaction of its own: in exactly this order. */
    public void tell(ReceivedEvent... events) {
        for (ReceivedEvent event : events) {
            EventHandler handler = handlers.get(event.topic());
            if (handler == null) {
                throw new AssertionError("Nobody handles " + event.topic());
            }
            transactions.executeWithoutResult(transaction -> handler.handle(event));
        }
    }

    /** The same by several threads, as consumers of several partitions: in no particular order. */
    public void tellAtOnce(List<ReceivedEvent> events) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<? extends Future<?>> told = events.stream()
                    .map(event -> threads.submit(() -> tell(event)))
                    .toList();
            for (Future<?> one : told) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }

    @Override
    public void close() {
        kafka.close();
    }
}

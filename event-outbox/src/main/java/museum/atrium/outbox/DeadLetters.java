package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts records that cannot be understood into the dead-letter topic of this consumer, where an operator finds the reason. */
final class DeadLetters {

    static final String REASON = "dead_reason";
    static final String EXCEPTION = "dead_exception";
    static final String TOPIC = "dead_topic";
    static final String PARTITION = "dead_partition";
    static final String OFFSET = "dead_offset";
    /** Present when the original record had no key: the dead letter then has one only because compaction needs it. */
    static final String KEYLESS = "dead_keyless";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final long SECONDS_TO_WAIT = 10;

    private final DiscardableProducer producer;
    private final String group;
    private final MeterRegistry metrics;

    DeadLetters(DiscardableProducer producer, String group, MeterRegistry metrics) {
        this.producer = producer;
        this.group = group;
        this.metrics = metrics;
    }

    static String topicOf(String topic, String group) {
        return topic + "." + group + ".dead";
    }

    /** Returns once the dead letter is safe; else the record must be handled again. */
    void bury(ConsumerRecord<String, byte[]> record, NotUnderstandable reason) {
        send(deadLetter(record, reason));
        metrics.counter("atrium.events.dead", "topic", record.topic()).increment();
        log.error(
                "{}-{}@{} can never be understood and went to {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                topicOf(record.topic(), group),
                reason.getMessage());
    }

    /** Lets a tombstone erase the key's dead letters too. */
    void erase(ConsumerRecord<String, byte[]> tombstone) {
        if (tombstone.key() != null) {
            send(new ProducerRecord<>(topicOf(tombstone.topic(), group), tombstone.key(), null));
        }
    }

    /** The record as it was before it became a dead letter. */
    static ConsumerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
        Headers headers = new RecordHeaders(letter.headers());
        String topic = required(headers, TOPIC);
        int partition = Integer.parseInt(required(headers, PARTITION));
        long offset = Long.parseLong(required(headers, OFFSET));
        String key = headers.lastHeader(KEYLESS) == null ? letter.key() : null;
        List.of(REASON, EXCEPTION, TOPIC, PARTITION, OFFSET, KEYLESS).forEach(headers::remove);
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                letter.timestamp(),
                letter.timestampType(),
                letter.serializedKeySize(),
                letter.serializedValueSize(),
                key,
                letter.value(),
                headers,
                Optional.empty());
    }

    private static String required(Headers headers, String name) {
        String value = EventHeaders.text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("Not a dead letter: the header %s is missing".formatted(name));
        }
        return value;
    }

    private ProducerRecord<String, byte[]> deadLetter(ConsumerRecord<String, byte[]> record, NotUnderstandable reason) {
        String origin = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        boolean keyless = record.key() == null;
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                topicOf(record.topic(), group),
                null,
                keyless ? origin : record.key(),
                record.value(),
                record.headers());
        Throwable cause = reason.getCause();
        // Only the class: a parser's message quotes what it could not read.
        header(letter, EXCEPTION, (cause == null ? reason : cause).getClass().getName());
        header(letter, REASON, String.valueOf(reason.getMessage()));
        header(letter, TOPIC, record.topic());
        header(letter, PARTITION, Integer.toString(record.partition()));
        header(letter, OFFSET, Long.toString(record.offset()));
        if (keyless) {
            header(letter, KEYLESS, "true");
        }
        return letter;
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(UTF_8));
    }

    private void send(ProducerRecord<String, byte[]> letter) {
        try {
            Future<RecordMetadata> sent = producer.get().send(letter);
            sent.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            producer.discard();
            throw new KafkaException("The topic " + letter.topic() + " did not take a dead letter", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Stopped while writing a dead letter", stopped);
        }
    }
}

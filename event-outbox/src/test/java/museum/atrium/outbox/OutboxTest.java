package museum.atrium.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.outbox.Writing.call;
import static museum.atrium.outbox.Writing.guest;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Writing writing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KafkaTopics kafka;

    @Test
    void anEventIsRefusedOutsideATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.add(guest("outside", 1)));
        assertThat(waiting("outside")).isZero();
    }

    @Test
    void nothingOfATransactionThatRolledBackIsSent() {
        assertThatIllegalStateException()
                .isThrownBy(() -> writing.inTransaction(open -> {
                    open.add(call("rolled-back", "\"never\""));
                    throw new IllegalStateException("the use case fails");
                }));
        writing.add(call("rolled-back", "\"after\""));

        eventually(() ->
                assertThat(kafka.payloads(TestService.CALLS, "rolled-back")).containsExactly("\"after\""));
    }

    @Test
    void aPayloadThatIsTooLargeFailsItsWholeTransaction() {
        String large = "\"" + "é".repeat(256 * 1024) + "\"";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writing.add(call("large", "\"small\""), call("large", large)))
                .withMessageContaining("test.guest.called.v1")
                .withMessageContaining("524290 bytes")
                .withMessageContaining("atrium.outbox.max-payload");
        assertThat(waiting("large")).isZero();
    }

    @Test
    void aTopicThatTheServiceDoesNotDeclareIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writing.add(new OutgoingEvent("test.typo", "key", "test.guest.changed.v1", "{}")))
                .withMessageContaining("No EventTopic bean declares the topic test.typo");
    }

    @Test
    void anEventCarriesTheCloudEventsAttributes() {
        Instant before = Instant.now();
        writing.add(call("attributes", "{\"name\":\"Zoë\"}"));

        eventually(() -> assertThat(kafka.all(TestService.CALLS, "attributes"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"name\":\"Zoë\"}");
                    assertThat(UUID.fromString(header(record, "ce_id"))).isNotNull();
                    assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
                    assertThat(header(record, "ce_type")).isEqualTo("test.guest.called.v1");
                    assertThat(header(record, "ce_source")).isEqualTo("/test-service");
                    assertThat(header(record, "ce_subject")).isEqualTo("attributes");
                    assertThat(Instant.parse(header(record, "ce_time")))
                            .isBetween(before.minusMillis(1), Instant.now());
                    assertThat(header(record, "content-type")).isEqualTo("application/json");
                }));
    }

    @Test
    void aTombstoneHasNoPayload() {
        writing.add(new OutgoingEvent(TestService.GUESTS, "erased", "test.guest.erased.v1", null));

        eventually(
                () -> assertThat(kafka.payloads(TestService.GUESTS, "erased")).containsExactly("null"));
    }

    @Test
    void whatWasSentLeavesTheOutbox() {
        writing.add(call("sent", "1"), call("sent", "2"));

        eventually(() -> assertThat(kafka.payloads(TestService.CALLS, "sent")).containsExactly("1", "2"));
        eventually(() -> assertThat(waiting("sent")).isZero());
    }

    @Test
    void aDatabaseErrorDoesNotQuoteTheRow() {
        String insert = "insert into intake values ('guest', 'someone@example.org', 1)";
        jdbc.sql(insert).update();

        assertThatThrownBy(() -> jdbc.sql(insert).update())
                .rootCause()
                .hasMessageContaining("intake_pkey")
                .hasMessageNotContaining("someone@example.org");
    }

    private long waiting(String key) {
        return jdbc.sql("select count(*) as events from outbox where key = :key")
                .param("key", key)
                .query((row, number) -> row.getLong("events"))
                .single();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return String.valueOf(EventHeaders.text(record.headers(), name));
    }
}

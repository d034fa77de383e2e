package museum.atrium.registration.export;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.Api;
import museum.atrium.registration.Listening;
import museum.atrium.registration.OtherService;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the other services answered is kept for seven days, and does not lie in Kafka any longer either. */
@RegistrationTest
class EndingExportsTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    EndingExports ending;

    @Autowired
    ExportAnswers answers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock.Settable clock;

    private UUID registration = new UUID(0, 0);

    @BeforeEach
    void somebodyIsRegistered() {
        String slug = "ending-" + UUID.randomUUID();
        api.publish(api.webinar(slug, webinar -> {}));
        expect(202, api.signUp(slug, "ending@exported.example.org"));
        registration = database.sql("""
                select r.id from registration r join activity a on a.id = r.activity_id where a.slug = :slug
                """).param("slug", slug).query(UUID.class).single();
    }

    @Test
    void afterSevenDaysThereIsNothingToReadAndNothingKept() {
        ExportId export = ask();
        answer(export);
        grow(export, Duration.ofDays(6));
        ending.endOld();
        expect(200, read(export));
        assertThat(kept()).isEqualTo(1);

        grow(export, Duration.ofDays(7));

        assertThat(expect(404, read(export)).at("/detail").stringValue())
                .as("also before it is deleted")
                .contains("ask for a new one");
        ending.endOld();
        assertThat(kept()).isZero();
        assertThat(database.sql("select count(*) from exported_registration where registration_id = :id")
                        .param("id", registration)
                        .query(Long.class)
                        .single())
                .isZero();
        eventually(() ->
                assertThat(told()).containsExactly("museum.atrium.export.asked.v1", "museum.atrium.export.ended.v1"));
        answer(export);
        assertThat(kept()).as("an answer that comes late").isZero();
    }

    @Test
    void whatSomebodyAskedSinceKeepsItsAnswer() {
        ExportId old = ask();
        grow(old, Duration.ofDays(8));
        ExportId young = ask();
        answer(young);

        ending.endOld();

        expect(404, read(old));
        expect(200, read(young));
        assertThat(kept()).isEqualTo(1);
        eventually(() -> assertThat(told()).hasSize(2));
        assertThat(told()).containsOnly("museum.atrium.export.asked.v1");
    }

    private ExportId ask() {
        return new ExportId(UUID.fromString(expect(
                        202,
                        api.organizer(HttpMethod.POST, "/exports", Map.of("registration", registration.toString())))
                .at("/id")
                .stringValue()));
    }

    private Api.Answer read(ExportId export) {
        return api.organizer(HttpMethod.GET, "/exports/" + export, null);
    }

    private void answer(ExportId export) {
        ExportAnswer answer = new ExportAnswer(
                registration,
                export.value(),
                Instant.parse("2027-03-02T09:00:02Z"),
                JsonMapper.shared().createObjectNode());
        transaction.executeWithoutResult(status -> answers.keep(OtherService.RECORDING, answer));
    }

    private void grow(ExportId export, Duration older) {
        database.sql("update export set asked_at = :at where id = :id")
                .param("at", clock.instant().minus(older).minusSeconds(60).atOffset(ZoneOffset.UTC))
                .param("id", export.value())
                .update();
    }

    private long kept() {
        return database.sql("select count(*) from export_answer where registration_id = :id")
                .param("id", registration)
                .query(Long.class)
                .single();
    }

    /** The types of what the other services were told of this registration, in order. */
    private List<String> told() {
        List<String> types = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = Listening.to(kafka, "atrium.exports")) {
            eventually(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.key().equals(registration.toString())) {
                        types.add(new String(
                                record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8));
                    }
                });
                assertThat(types).isNotEmpty();
            });
        }
        return types;
    }
}

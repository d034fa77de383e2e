package museum.atrium.notification.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithSomebody;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who asks is told what is held here, without whose it is, and it is taken back when nobody asks any more. */
class DisclosingTest extends WithSomebody {

    private static final String TAKEN_BACK = "taken back";

    @Test
    void mailsAndWhatTheyToldAreSaidAndAddressesAreNot() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        jdbc.sql("""
                insert into attempts (delivery, number, at, outcome, reply)
                select id, 0, now(), 'DEFERRED', '450 the mailbox of Mariana Example is full'
                from deliveries where registration = :id
                """).param("id", somebody).update();
        UUID export = UUID.randomUUID();

        announcer.publish(Story.export(somebody, 1, export));

        eventually(() -> assertThat(said()).hasSize(1));
        String said = said().getFirst();
        JsonNode answer = JsonMapper.shared().readTree(said);
        assertThat(answer.at("/export").stringValue()).isEqualTo(export.toString());
        JsonNode held = answer.at("/held");
        assertThat(held.at("/registrationCopy").booleanValue()).isTrue();
        assertThat(held.at("/contactCopy").booleanValue()).isTrue();
        assertThat(held.at("/mails")).hasSize(1);
        assertThat(held.at("/mails/0/kind").stringValue()).isEqualTo("CONFIRMATION");
        assertThat(held.at("/mails/0/status").stringValue()).isEqualTo("SENT");
        assertThat(held.at("/mails/0/finishedAt").isString()).isTrue();
        assertThat(held.at("/mails/0/replyKept").booleanValue()).isTrue();
        assertThat(held.at("/mails/0/failedAttempts/0/outcome").stringValue()).isEqualTo("DEFERRED");
        assertThat(held.at("/mails/0/failedAttempts/0/replyKept").booleanValue())
                .isTrue();
        assertThat(held.at("/olderMails").intValue()).isZero();
        assertThat(held.at("/tellings/0/session").stringValue()).isEqualTo(story.session.toString());
        assertThat(held.at("/tellings/0/toldOf/startsAt").stringValue()).isEqualTo(story.startsAt.toString());
        assertThat(held.at("/overview/revision").intValue()).isEqualTo(1);
        assertThat(said)
                .as("address, name, and what a server said of whom")
                .doesNotContain("example.org", "Mariana", "mailbox");
    }

    @Test
    void asManyMailsAreSaidAsAnEventHoldsAndHowManyMoreThereAre() {
        jdbc.sql("""
                insert into deliveries (registration, kind, distance, lane, queued, status, reason, finished_at)
                select :id, 'REMINDER', 'PT' || n || 'H', 2, false, 'DROPPED', 'too late', now()
                from generate_series(1, 320) n
                """).param("id", somebody).update();
        jdbc.sql("""
                insert into attempts (delivery, number, at, outcome)
                select d.id, n, now(), 'DEFERRED' from deliveries d, generate_series(1, 40) n where d.registration = :id
                """).param("id", somebody).update();

        announcer.tell(Story.export(somebody, 1, UUID.randomUUID()));

        eventually(() -> assertThat(said()).hasSize(1));
        JsonNode held = JsonMapper.shared().readTree(said().getFirst()).at("/held");
        assertThat(held.at("/mails")).hasSize(300);
        assertThat(held.at("/olderMails").intValue()).isEqualTo(20);
        assertThat(held.at("/mails/0/distance").stringValue()).as("the newest").isEqualTo("PT320H");
        assertThat(held.at("/mails/0/failedAttempts")).hasSize(5);
    }

    @Test
    void ofWhomNothingIsKnownThatIsSaid() {
        announcer.tell(Story.export(somebody, 1, UUID.randomUUID()));

        eventually(() -> assertThat(said()).hasSize(1));
        assertThat(JsonMapper.shared().readTree(said().getFirst()).at("/held"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"registrationCopy": false, "contactCopy": false, "mails": [], "olderMails": 0, "tellings": [],
                         "overview": null, "awaitedMessages": [], "mailChoices": [], "suppressedSince": null,
                         "toldReach": null}
                        """));
    }

    @Test
    void theSameExportIsAnsweredOnceAndALaterOneAnew() {
        UUID later = UUID.randomUUID();
        UUID earlier = UUID.randomUUID();
        announcer.tell(Story.export(somebody, 2, later), Story.export(somebody, 2, later));
        announcer.tell(Story.export(somebody, 1, earlier));
        announcer.tell(story.published(), story.message(UUID.randomUUID(), somebody));
        UUID last = UUID.randomUUID();
        announcer.tell(Story.export(somebody, 3, last));

        eventually(() -> assertThat(said()).hasSize(2));
        assertThat(said().getFirst()).contains(later.toString());
        assertThat(said().getLast()).contains(last.toString());
        assertThat(JsonMapper.shared().readTree(said().getLast()).at("/held/awaitedMessages"))
                .hasSize(1);
    }

    @Test
    void whatNobodyAsksAnyMoreIsTakenBackUntilSomebodyAsksAgain() {
        announcer.tell(
                Story.export(somebody, 1, UUID.randomUUID()),
                Story.exportEnded(somebody),
                Story.exportEnded(somebody),
                Story.export(somebody, 1, UUID.randomUUID()));
        eventually(() -> assertThat(said()).hasSize(2).last().isEqualTo(TAKEN_BACK));

        announcer.tell(Story.export(somebody, 2, UUID.randomUUID()));

        eventually(() -> assertThat(said()).hasSize(3).last().isNotEqualTo(TAKEN_BACK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asked to erase", "tombstone"})
    void ofWhomIsErasedNothingIsSaidAnyMore(String how) {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        announcer.tell(Story.export(somebody, 1, UUID.randomUUID()));
        UUID part = UUID.randomUUID();

        announcer.tell(how.equals("tombstone") ? story.forgotten(somebody) : Story.erasure(part, somebody));
        announcer.tell(Story.export(somebody, 2, UUID.randomUUID()), Story.exportEnded(somebody));

        eventually(() -> assertThat(said()).hasSize(2).last().isEqualTo(TAKEN_BACK));
        throughout(Duration.ofMillis(500), () -> assertThat(said()).hasSize(2));
        assertThat(jdbc.sql("select count(*) from exported where registration = :id")
                        .param("id", somebody)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select number from erased where registration = :id and what = 'exports'")
                        .param("id", somebody)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aQuestionThatIsReadAfterTheErasureIsNotAnswered() {
        announcer.tell(Story.erasure(UUID.randomUUID(), somebody));
        announcer.tell(Story.export(somebody, 1, UUID.randomUUID()));

        throughout(Duration.ofMillis(500), () -> assertThat(said()).isEmpty());
    }

    /** What the service has said of them, in its order. */
    private List<String> said() {
        return toldOn("atrium.exports.notification", somebody).stream()
                .map(DisclosingTest::read)
                .toList();
    }

    private static String read(ConsumerRecord<String, String> record) {
        String type = new String(record.headers().lastHeader("ce_type").value(), UTF_8);
        if (record.value() == null) {
            assertThat(type).isEqualTo("museum.atrium.export.withdrawn.v1");
            return TAKEN_BACK;
        }
        Contracts.event("exportInNotification").assertValid(type, record.value());
        return record.value();
    }
}

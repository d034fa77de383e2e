package museum.atrium.notification.audience;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.Waits;
import museum.atrium.notification.story.WithSomebody;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tombstone ends a registration here too, for good. */
class ErasingTest extends WithSomebody {

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Waits waits;

    @Test
    void nothingIsLeftOfWhoIsErasedButTheHistoryWithoutAName() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        announcer.publish(story.forgotten(somebody), story.erased(somebody));

        eventually(() -> assertThat(rows()).containsOnly(0L));
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT");
    }

    @Test
    void whatWasClaimedAsItsRegistrationWasErasedIsDroppedAlsoIfItIsAllThatWas() {
        jdbc.sql("insert into deliveries (registration, kind, lane) values (:id, 'CONFIRMATION', 0)")
                .param("id", somebody)
                .update();

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION DROPPED"));
        assertThat(outbound.reasons(somebody)).containsExactly("the registration was erased");
    }

    @Test
    void whatTheServerAnswersDuringTheErasureIsErasedToo() throws Exception {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(replyIs(null)).isOne();
        UUID part = UUID.randomUUID();

        CompletableFuture<Void> erasing = transactions.execute(marking -> {
            assertThat(replyIs("250 taken")).isOne();
            CompletableFuture<Void> begun =
                    CompletableFuture.runAsync(() -> announcer.tell(Story.erasure(part, somebody)));
            eventually(() -> assertThat(waits.forALock("update deliveries")).isTrue());
            return begun;
        });
        erasing.get(20, TimeUnit.SECONDS);

        assertThat(answer(part).at("/deleted/replies").intValue()).isOne();
        assertThat(replies()).isZero();
    }

    private int replyIs(@Nullable String reply) {
        return jdbc.sql("update deliveries set reply = :reply where registration = :id")
                .param("reply", reply)
                .param("id", somebody)
                .update();
    }

    static Stream<List<Boolean>> orders() {
        return Stream.of(List.of(true, false), List.of(false, true));
    }

    @ParameterizedTest(name = "the registration first: {0}")
    @MethodSource("orders")
    void whatIsReadAfterwardsBringsNobodyBackWhateverItsRevision(List<Boolean> registrationFirst) {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        for (Boolean ofTheRegistration : registrationFirst) {
            announcer.tell(ofTheRegistration ? story.forgotten(somebody) : story.erased(somebody));
        }

        // As a dead letter that is replayed: of a revision that was never taken in.
        announcer.tell(
                story.registration(somebody, 7, "CONFIRMED", Instant.now(), Map.of("confirmed", 7)),
                story.contact(somebody, 7),
                story.contact(somebody));

        assertThat(rows()).containsOnly(0L);
        throughout(Duration.ofMillis(500), () -> assertThat(mailsTo(somebody)).hasSize(1));
    }

    @Test
    void aTombstoneOfWhoWasNeverKnownKeepsThemUnknown() {
        announcer.tell(story.forgotten(somebody), story.erased(somebody));
        announcer.tell(story.published(), story.confirmed(somebody), story.contact(somebody));

        assertThat(rows()).containsOnly(0L);
        assertThat(outbound.of(somebody)).isEmpty();
    }

    @Test
    void aContactThatIsReadBetweenTheTwoTombstonesLeavesNothingBehind() {
        ReceivedEvent late = story.contact(somebody);
        announcer.tell(story.published(), story.confirmed(somebody), story.forgotten(somebody), late);
        announcer.tell(story.erased(somebody));

        assertThat(rows()).containsOnly(0L);
    }

    static Stream<List<String>> arrivals() {
        return Stream.of(
                List.of("asked", "registration", "contact"),
                List.of("registration", "asked", "contact"),
                List.of("contact", "registration", "asked"),
                List.of("asked"));
    }

    @ParameterizedTest
    @MethodSource("arrivals")
    void whateverIsToldFirstTheAnswerCountsWhatWasThereAndNothingComesBack(List<String> arrivals) {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        UUID part = UUID.randomUUID();

        for (String arrival : arrivals) {
            announcer.tell(
                    switch (arrival) {
                        case "asked" -> Story.erasure(part, somebody);
                        case "registration" -> story.forgotten(somebody);
                        default -> story.erased(somebody);
                    });
        }

        assertThat(rows()).containsOnly(0L);
        JsonNode answer = answer(part);
        assertThat(answer.at("/deleted/contacts").intValue()).isEqualTo(1);
        assertThat(answer.at("/deleted/registrations").intValue()).isEqualTo(1);
        assertThat(answer.at("/deleted/tellings").intValue()).isEqualTo(1);
        assertThat(answer.at("/deleted/overviews").intValue()).isEqualTo(1);
        assertThat(answer.at("/deleted/replies").intValue()).isEqualTo(1);
        assertThat(replies()).as("what the server said when it took the mail").isZero();

        announcer.tell(
                story.registration(somebody, 7, "CONFIRMED", Instant.now(), Map.of("confirmed", 7)),
                story.contact(somebody, 7),
                story.message(UUID.randomUUID(), somebody));
        assertThat(rows()).as("what comes late").containsOnly(0L);
        assertThat(awaited()).isZero();
    }

    @Test
    void whoIsAskedAgainSaysTheSameAgain() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        UUID part = UUID.randomUUID();
        announcer.tell(Story.erasure(part, somebody), Story.erasure(part, somebody));

        eventually(() -> assertThat(answered(part)).hasSize(2));
        List<JsonNode> answers = answered(part);
        assertThat(answers.get(1).at("/deleted")).isEqualTo(answers.get(0).at("/deleted"));
    }

    @Test
    void whoWasNeverKnownIsAnsweredForAndKeptOut() {
        UUID part = UUID.randomUUID();
        announcer.publish(Story.erasure(part, somebody));

        assertThat(answer(part).at("/deleted").toString()).isEqualTo("{}");
        announcer.tell(story.published(), story.confirmed(somebody), story.contact(somebody));
        assertThat(rows()).containsOnly(0L);
        assertThat(outbound.of(somebody)).isEmpty();
    }

    @Test
    void aMessageThatWaitedForWhoIsErasedIsForgotten() {
        announcer.tell(story.published(), story.message(UUID.randomUUID(), somebody));
        assertThat(awaited()).isEqualTo(1);
        UUID part = UUID.randomUUID();

        announcer.tell(Story.erasure(part, somebody));

        assertThat(awaited()).isZero();
        assertThat(answer(part).at("/deleted/awaitedMessages").intValue()).isEqualTo(1);
    }

    private long replies() {
        return jdbc.sql("""
                select count(*) from deliveries d left join attempts a on a.delivery = d.id
                where d.registration = :id and (d.reply is not null or a.reply is not null)
                """).param("id", somebody).query(Long.class).single();
    }

    private long awaited() {
        return jdbc.sql("select count(*) from addressees where registration = :id")
                .param("id", somebody)
                .query(Long.class)
                .single();
    }

    private JsonNode answer(UUID part) {
        eventually(() -> assertThat(answered(part)).hasSize(1));
        return answered(part).getFirst();
    }

    /** What the service has said of this part. */
    private List<JsonNode> answered(UUID part) {
        return toldOn("atrium.erasures.notification", part).stream()
                .map(record -> {
                    Contracts.event("erasureAnswer").assertValid(record.value());
                    return JsonMapper.shared().readTree(record.value());
                })
                .toList();
    }

    private List<Long> rows() {
        return Stream.of(
                        "select count(*) from registrations where id = :id",
                        "select count(*) from contacts where registration = :id",
                        "select count(*) from tellings where registration = :id",
                        "select count(*) from overviews where registration = :id",
                        "select count(*) from reach where registration = :id")
                .map(sql ->
                        jdbc.sql(sql).param("id", somebody).query(Long.class).single())
                .toList();
    }
}

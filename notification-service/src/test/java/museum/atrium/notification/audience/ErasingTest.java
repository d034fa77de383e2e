package museum.atrium.notification.audience;

import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tombstone ends a registration here too, for good. */
class ErasingTest extends WithInbox {

    @Autowired
    JdbcClient jdbc;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

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

    private List<Long> rows() {
        return Stream.of(
                        "select count(*) from registrations where id = :id",
                        "select count(*) from contacts where registration = :id",
                        "select count(*) from tellings where registration = :id",
                        "select count(*) from overviews where registration = :id")
                .map(sql ->
                        jdbc.sql(sql).param("id", somebody).query(Long.class).single())
                .toList();
    }
}

package museum.atrium.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server answers while, or after, the recipient is erased: what it says may name them. */
class LateRepliesTest extends WithInbox {

    private static final long CLAIM = -1;
    private static final String REPLY = "mailbox of ana is full";

    @Autowired
    Marking marking;

    @Autowired
    JdbcClient jdbc;

    private final UUID somebody = UUID.randomUUID();

    @AfterEach
    void nothingWaitsToBeSent() {
        jdbc.sql("delete from deliveries where registration = :id")
                .param("id", somebody)
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENT", "FAILED", "QUEUED"})
    void whatAServerSaysOfWhoWasErasedIsNotWrittenDown(String status) {
        Delivery delivery = beingSent();
        announcer.tell(Story.erasure(UUID.randomUUID(), somebody));

        Instant now = Instant.now();
        marking.record(List.of(
                switch (status) {
                    case "SENT" -> new Mark.Accepted(delivery, now, REPLY);
                    case "FAILED" -> new Mark.Failed(delivery, CLAIM, now, REPLY, "refused by the mail server");
                    default -> new Mark.Again(delivery, CLAIM, now, "DEFERRED", REPLY, Duration.ofHours(1));
                }));

        assertThat(jdbc.sql("select status from deliveries where registration = :id")
                        .param("id", somebody)
                        .query(String.class)
                        .single())
                .as("that it went, or did not, stays")
                .isEqualTo(status);
        assertThat(jdbc.sql("""
                select count(*) from deliveries d left join attempts a on a.delivery = d.id
                where d.registration = :id and (d.reply is not null or a.reply is not null)
                """).param("id", somebody).query(Long.class).single())
                .isZero();
    }

    private Delivery beingSent() {
        long id = jdbc.sql("""
                insert into deliveries (registration, kind, lane, queued, status, claim)
                values (:registration, 'CONFIRMATION', 0, false, 'SENDING', :claim) returning id
                """)
                .param("registration", somebody)
                .param("claim", CLAIM)
                .query(Long.class)
                .single();
        return new Delivery(
                id,
                somebody,
                MailKind.CONFIRMATION,
                null,
                "",
                0,
                null,
                Lane.values()[0],
                0,
                Instant.now(),
                Instant.now(),
                null,
                false,
                0);
    }
}

package museum.atrium.registration.messages;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Ids;
import museum.atrium.registration.checking.PageById;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.signup.IdempotencyKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was sent, with the key of the request that asked for it. */
@Repository
public class Messages {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    Messages(JdbcClient database, JsonMapper json, Ids ids, Clock clock) {
        this.database = database;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    private record Stored(Message message, byte[] bodyHash) {}

    /**
     * What the same request has sent already. The caller holds the activity's lock.
     *
     * @throws Refusal 422 if it was another request
     */
    Optional<Message> sentFor(ActivityId activity, IdempotencyKey key) {
        Optional<Stored> stored = database.sql(
                        "select * from message where activity_id = :activity and idempotency_key = :key")
                .param("activity", activity.value())
                .param("key", key.key())
                .query((row, number) -> new Stored(message(row), row.getBytes("body_hash")))
                .optional();
        if (stored.isPresent() && !MessageDigest.isEqual(stored.get().bodyHash(), key.bodyHash())) {
            throw Refusal.invalid(new FieldError(
                    "Idempotency-Key", "was used for another message already; use a new one for each message"));
        }
        return stored.map(Stored::message);
    }

    Message add(ActivityId activity, Content content, Audience audience, int recipients, @Nullable IdempotencyKey key) {
        // The database keeps microseconds: what is stored must equal what is announced.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Message message =
                new Message(ids.next(), activity, content.subject(), content.text(), audience, recipients, now);
        insert(message, key);
        return message;
    }

    private void insert(Message message, @Nullable IdempotencyKey key) {
        database.sql("""
                insert into message (id, activity_id, subject, text, audience, recipients, sent_at, idempotency_key, body_hash)
                values (:id, :activity, :subject::jsonb, :text::jsonb, :audience::jsonb, :recipients, :sentAt, :key, :bodyHash)
                """)
                .param("id", message.id())
                .param("activity", message.activity().value())
                .param("subject", json.writeValueAsString(message.subject()))
                .param("text", json.writeValueAsString(message.text()))
                .param("audience", json.writeValueAsString(message.audience()))
                .param("recipients", message.recipients())
                .param("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
                .param("key", key == null ? null : key.key(), Types.VARCHAR)
                .param("bodyHash", key == null ? null : key.bodyHash(), Types.BINARY)
                .update();
    }

    Optional<Message> find(ActivityId activity, UUID id) {
        return database.sql("select * from message where activity_id = :activity and id = :id")
                .param("activity", activity.value())
                .param("id", id)
                .query((row, number) -> message(row))
                .optional();
    }

    /** Newest first; one more than the page has, if there are more. */
    public List<Message> page(ActivityId activity, PageById asked) {
        return database.sql("""
                select * from message
                where activity_id = :activity
                  and (:after::uuid is null or (sent_at, id) < (select sent_at, id from message where id = :after))
                order by sent_at desc, id desc limit :most
                """)
                .param("activity", activity.value())
                .param("after", asked.after(), Types.OTHER)
                .param("most", asked.limit() + 1)
                .query((row, number) -> message(row))
                .list();
    }

    private Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                new ActivityId(row.getObject("activity_id", UUID.class)),
                json.readValue(row.getString("subject"), LocalizedText.class),
                json.readValue(row.getString("text"), LocalizedText.class),
                json.readValue(row.getString("audience"), Audience.class),
                row.getInt("recipients"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}

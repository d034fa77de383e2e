package museum.atrium.registration.signup;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** Answers that were given to requests with a key, kept a day. The lock of the activity guards its keys. */
@Repository
class IdempotencyKeys {

    static final Duration KEPT = Duration.ofDays(1);

    private final NamedParameterJdbcTemplate database;
    private final Clock clock;

    IdempotencyKeys(NamedParameterJdbcTemplate database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Id(ActivityId activity, String key) {}

    record Stored(Id id, byte[] bodyHash, RegistrationStatus answer, boolean isNew) {

        SignUpAnswer answerTo(IdempotencyKey key) {
            return MessageDigest.isEqual(bodyHash, key.bodyHash())
                    ? new SignUpAnswer.Accepted(answer)
                    : new SignUpAnswer.KeyUsedOtherwise();
        }
    }

    Map<Id, Stored> of(List<Party> parties, Map<String, Seating> bySlug) {
        Map<Id, Stored> found = new HashMap<>();
        String[] keys = parties.stream()
                .map(Party::key)
                .filter(Objects::nonNull)
                .map(IdempotencyKey::key)
                .toArray(String[]::new);
        if (keys.length > 0) {
            database.query(
                    "select * from idempotency_key where activity_id = any(:activities) and key = any(:keys)",
                    new MapSqlParameterSource(
                                    "activities",
                                    bySlug.values().stream()
                                            .map(seating -> seating.activity().value())
                                            .toArray(UUID[]::new))
                            .addValue("keys", keys),
                    row -> {
                        Id id = new Id(new ActivityId(row.getObject("activity_id", UUID.class)), row.getString("key"));
                        found.put(
                                id,
                                new Stored(
                                        id,
                                        row.getBytes("body_hash"),
                                        RegistrationStatus.valueOf(row.getString("answer")),
                                        false));
                    });
        }
        return found;
    }

    void store(Collection<Stored> answers) {
        List<Stored> fresh = answers.stream().filter(Stored::isNew).toList();
        if (!fresh.isEmpty()) {
            database.batchUpdate(
                    """
                    insert into idempotency_key (activity_id, key, body_hash, answer, created_at)
                    values (:activity, :key, :bodyHash, :answer, :now)
                    """,
                    fresh.stream()
                            .map(stored -> new MapSqlParameterSource(
                                            "activity", stored.id().activity().value())
                                    .addValue("key", stored.id().key())
                                    .addValue("bodyHash", stored.bodyHash())
                                    .addValue("answer", stored.answer().name())
                                    .addValue("now", clock.instant().atOffset(ZoneOffset.UTC)))
                            .toArray(MapSqlParameterSource[]::new));
        }
    }

    int forgetOld() {
        return database.update(
                "delete from idempotency_key where created_at < :before",
                new MapSqlParameterSource("before", clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)));
    }
}

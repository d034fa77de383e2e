package museum.atrium.recording.arrivals;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was told. A row stays for good, so that what is told again is known; its address stays until it is used. */
@Repository
class Arrivals {

    private final JdbcClient database;
    private final Clock clock;

    Arrivals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What organisers see.
     *
     * @param id for calls about it
     * @param state WAITING for somebody to say what it is of; ASSIGNED; IGNORED
     * @param reason why it waits
     * @param recording null when there is none, or no longer
     */
    record Listed(
            UUID id,
            ArrivalSource source,
            String room,
            String topic,
            Instant startedAt,
            Instant endedAt,
            String state,
            @Nullable String reason,
            @Nullable UUID recording) {}

    /** Nothing when it is known already. */
    Optional<UUID> add(Arrival arrival) {
        return database.sql("""
                insert into arrival (id, source, external_id, room, topic, started_at, ended_at, url, authorization_header, state, told_at)
                values (:id, :source, :externalId, :room, :topic, :startedAt, :endedAt, :url, :authorization, 'WAITING', :now)
                on conflict (source, external_id) do nothing
                returning id
                """)
                .param("id", UUID.randomUUID())
                .param("source", arrival.source().name())
                .param("externalId", arrival.externalId())
                .param("room", arrival.room())
                .param("topic", arrival.topic())
                .param("startedAt", arrival.startedAt().atOffset(ZoneOffset.UTC))
                .param("endedAt", arrival.endedAt().atOffset(ZoneOffset.UTC))
                .param("url", arrival.file().toString())
                .param("authorization", arrival.authorization())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** What opens a file is good for hours, and somebody may come later who knows what it is of. */
    void renew(Arrival arrival) {
        database.sql("""
                update arrival set url = :url, authorization_header = :authorization
                where source = :source and external_id = :externalId and state = 'WAITING'
                """)
                .param("source", arrival.source().name())
                .param("externalId", arrival.externalId())
                .param("url", arrival.file().toString())
                .param("authorization", arrival.authorization())
                .update();
    }

    /** Of which that is told already; nothing when it is of none. */
    Optional<RecordingId> recordingOf(Arrival arrival) {
        return database.sql("""
                select recording from arrival
                where source = :source and external_id = :externalId and state = 'ASSIGNED' and recording is not null
                """)
                .param("source", arrival.source().name())
                .param("externalId", arrival.externalId())
                .query((row, number) -> new RecordingId(row.getObject("recording", UUID.class)))
                .optional();
    }

    /** Locked. Nothing when there is none that waits. */
    Optional<Arrival> lockWaiting(UUID id) {
        return database.sql("select * from arrival where id = :id and state = 'WAITING' for update")
                .param("id", id)
                .query((row, number) -> new Arrival(
                        ArrivalSource.valueOf(row.getString("source")),
                        row.getString("external_id"),
                        row.getString("room"),
                        row.getString("topic"),
                        time(row, "started_at"),
                        time(row, "ended_at"),
                        URI.create(row.getString("url")),
                        row.getString("authorization_header")))
                .optional();
    }

    /** Newest first. */
    List<Listed> list(@Nullable String state, int most) {
        return database.sql("""
                select * from arrival where :state::text is null or state = :state order by started_at desc, id limit :most
                """)
                .param("state", state)
                .param("most", most)
                .query(Arrivals::listed)
                .list();
    }

    Optional<Listed> find(UUID id) {
        return database.sql("select * from arrival where id = :id")
                .param("id", id)
                .query(Arrivals::listed)
                .optional();
    }

    void waits(UUID id, String reason) {
        database.sql("update arrival set reason = :reason where id = :id")
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    void assigned(UUID id, RecordingId recording) {
        database.sql("""
                update arrival set state = 'ASSIGNED', recording = :recording, reason = null, url = null, authorization_header = null
                where id = :id
                """).param("id", id).param("recording", recording.value()).update();
    }

    void ignored(UUID id) {
        database.sql("""
                update arrival set state = 'IGNORED', reason = null, url = null, authorization_header = null where id = :id
                """).param("id", id).update();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                ArrivalSource.valueOf(row.getString("source")),
                row.getString("room"),
                row.getString("topic"),
                time(row, "started_at"),
                time(row, "ended_at"),
                row.getString("state"),
                row.getString("reason"),
                row.getObject("recording", UUID.class));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

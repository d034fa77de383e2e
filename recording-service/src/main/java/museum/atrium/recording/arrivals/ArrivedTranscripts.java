package museum.atrium.recording.arrivals;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.recording.catalogue.RecordingId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of transcripts. A row stays for good, so that what is told again is known. */
@Repository
class ArrivedTranscripts {

    /** Longer than that what opens a file is not valid. */
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    ArrivedTranscripts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One whose recording is there. */
    record Due(UUID id, URI file, @Nullable String authorization, RecordingId recording) {}

    /** When it is known already, only what opens it is new. */
    void add(Transcript transcript) {
        database.sql("""
                insert into transcript (id, source, external_id, room, started_at, url, authorization_header, next_at, told_at)
                values (:id, :source, :externalId, :room, :startedAt, :url, :authorization, :now, :now)
                on conflict (source, external_id) do update
                set url = excluded.url, authorization_header = excluded.authorization_header, told_at = excluded.told_at
                where transcript.next_at is not null
                """)
                .param("id", UUID.randomUUID())
                .param("source", transcript.source().name())
                .param("externalId", transcript.externalId())
                .param("room", transcript.room())
                .param("startedAt", transcript.startedAt().atOffset(ZoneOffset.UTC))
                .param("url", transcript.file().toString())
                .param("authorization", transcript.authorization())
                .param("now", now())
                .update();
    }

    /** For some minutes nobody else's, on whichever instance. */
    Optional<Due> claim() {
        return database.sql("""
                with due as (
                    select transcript.id, arrival.recording from transcript
                    join arrival on arrival.source = transcript.source and arrival.room = transcript.room
                        and arrival.started_at = transcript.started_at
                    where transcript.next_at <= :now and arrival.recording is not null
                    order by transcript.next_at limit 1
                    for update of transcript skip locked
                )
                update transcript set next_at = :until from due where transcript.id = due.id
                returning transcript.*, due.recording
                """)
                .param("now", now())
                .param("until", now().plus(CLAIM))
                .query((row, number) -> new Due(
                        row.getObject("id", UUID.class),
                        URI.create(row.getString("url")),
                        row.getString("authorization_header"),
                        new RecordingId(row.getObject("recording", UUID.class))))
                .optional();
    }

    void again(UUID id, Duration wait) {
        database.sql("update transcript set next_at = :next where id = :id")
                .param("id", id)
                .param("next", clock.instant().plus(wait).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Kept, or not to be had. */
    void done(UUID id) {
        database.sql("update transcript set next_at = null, url = null, authorization_header = null where id = :id")
                .param("id", id)
                .update();
    }

    /** Whose recording never came. */
    void giveUpOld() {
        database.sql("""
                update transcript set next_at = null, url = null, authorization_header = null
                where next_at is not null and told_at < :limit
                """)
                .param("limit", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package museum.atrium.recording.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import museum.atrium.recording.catalogue.RecordingId;
import museum.atrium.recording.processing.Job.State;
import museum.atrium.recording.processing.Job.StepOfJob;
import museum.atrium.recording.processing.Job.StepState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables of jobs and their steps. A job is leased: whoever dies with it loses it. */
@Repository
class Jobs {

    static final Duration LEASE = Duration.ofSeconds(20);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> RESULT = new TypeReference<>() {};

    private final JdbcClient database;
    private final Clock clock;

    Jobs(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void add(RecordingId recording, String file, Source source) {
        database.sql("""
                insert into processing (recording, state, source, probe, waiting_since)
                values (:recording, 'WAITING', :file, cast(:probe as jsonb), :now)
                """)
                .param("recording", recording.value())
                .param("file", file)
                .param("probe", JSON.writeValueAsString(source))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        addSteps(recording, source);
    }

    private void addSteps(RecordingId recording, Source source) {
        List<Step> steps = Step.of(source);
        for (int position = 0; position < steps.size(); position++) {
            database.sql("""
                    insert into processing_step (recording, position, name, state)
                    values (:recording, :position, :name, 'WAITING')
                    """)
                    .param("recording", recording.value())
                    .param("position", position)
                    .param("name", steps.get(position).name())
                    .update();
        }
    }

    Optional<Job> find(RecordingId recording) {
        return database.sql("select * from processing where recording = :recording")
                .param("recording", recording.value())
                .query((row, number) -> read(row, steps(recording)))
                .optional();
    }

    /** The one that waits longest and that nobody has, or whose worker has not been heard of for the time of a lease. */
    Optional<Job> claim() {
        return database.sql("""
                update processing set worker = :worker, leased_until = now() + :lease * interval '1 second', tries = tries + 1
                where recording = (
                    select recording from processing
                    where state = 'WAITING' and (leased_until is null or leased_until < now())
                    order by waiting_since limit 1 for update skip locked)
                returning recording
                """)
                .param("worker", UUID.randomUUID())
                .param("lease", LEASE.toSeconds())
                .query((row, number) -> new RecordingId(row.getObject("recording", UUID.class)))
                .optional()
                .flatMap(this::find);
    }

    /** Returns false when it is somebody else's by now, or nobody's. */
    boolean renew(Job job, Step step, int progress) {
        boolean mine = database.sql("""
                        update processing set leased_until = now() + :lease * interval '1 second'
                        where recording = :recording and worker = :worker and state = 'WAITING'
                        """)
                        .param("recording", job.recording().value())
                        .param("worker", job.worker())
                        .param("lease", LEASE.toSeconds())
                        .update()
                == 1;
        if (mine) {
            database.sql(
                            "update processing_step set progress = :progress where recording = :recording and name = :name")
                    .param("recording", job.recording().value())
                    .param("name", step.name())
                    .param("progress", progress)
                    .update();
        }
        return mine;
    }

    /** Keeps it until the transaction's end, if it is still this worker's. */
    boolean lock(Job job) {
        return database.sql("""
                        select 1 from processing where recording = :recording and worker = :worker and state = 'WAITING'
                        for update
                        """)
                .param("recording", job.recording().value())
                .param("worker", job.worker())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** For whoever comes first. */
    void release(Job job) {
        database.sql("""
                update processing set worker = null, leased_until = null, tries = greatest(0, tries - 1)
                where recording = :recording and worker = :worker
                """)
                .param("recording", job.recording().value())
                .param("worker", job.worker())
                .update();
    }

    void settle(RecordingId recording, State state) {
        database.sql("""
                update processing set state = :state, worker = null, leased_until = null, tries = 0,
                    waiting_since = :now
                where recording = :recording
                """)
                .param("recording", recording.value())
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void trim(RecordingId recording, Trim trim) {
        database.sql("update processing set starts_at_ms = :start, ends_at_ms = :end where recording = :recording")
                .param("recording", recording.value())
                .param("start", trim.start() == null ? null : trim.start().toMillis())
                .param("end", trim.end() == null ? null : trim.end().toMillis())
                .update();
    }

    void step(RecordingId recording, StepOfJob step) {
        database.sql("""
                update processing_step set state = :state, progress = :progress, file = :file, result = cast(:result as jsonb)
                where recording = :recording and name = :name
                """)
                .param("recording", recording.value())
                .param("name", step.step().name())
                .param("state", step.state().name())
                .param("progress", step.progress())
                .param("file", step.file())
                .param("result", JSON.writeValueAsString(step.result()))
                .update();
    }

    void advanced(RecordingId recording) {
        database.sql("update processing set tries = 1 where recording = :recording")
                .param("recording", recording.value())
                .update();
    }

    /** Finished before that, with their source still there; those that somebody changes are passed over. */
    List<Job> lockDoneBefore(Instant limit, int most) {
        return database
                .sql("""
                    select p.recording from recording r join processing p on p.recording = r.id
                    where p.state = 'DONE' and p.source_removed_at is null and p.waiting_since < :limit
                      and r.state in ('READY', 'SCHEDULED', 'PUBLISHED')
                    order by p.waiting_since limit :most for update skip locked
                    """)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) -> new RecordingId(row.getObject("recording", UUID.class)))
                .list()
                .stream()
                .flatMap(recording -> find(recording).stream())
                .toList();
    }

    void sourceRemoved(RecordingId recording) {
        database.sql("update processing set source_removed_at = :now where recording = :recording")
                .param("recording", recording.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void move(RecordingId from, RecordingId to) {
        database.sql("update processing set recording = :to where recording = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    void remove(RecordingId recording) {
        database.sql("delete from processing where recording = :recording")
                .param("recording", recording.value())
                .update();
    }

    private record StepRow(
            String name,
            StepState state,
            int progress,
            @Nullable UUID file,
            Map<String, String> result) {}

    private List<StepRow> steps(RecordingId recording) {
        return database.sql("select * from processing_step where recording = :recording order by position")
                .param("recording", recording.value())
                .query((row, number) -> new StepRow(
                        row.getString("name"),
                        StepState.valueOf(row.getString("state")),
                        row.getInt("progress"),
                        row.getObject("file", UUID.class),
                        row.getString("result") == null ? Map.of() : JSON.readValue(row.getString("result"), RESULT)))
                .list();
    }

    private static Job read(ResultSet row, List<StepRow> rows) throws SQLException {
        Source source = JSON.readValue(row.getString("probe"), Source.class);
        Map<String, Step> known = Step.of(source).stream().collect(Collectors.toMap(Step::name, Function.identity()));
        return new Job(
                new RecordingId(row.getObject("recording", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getString("source"),
                source,
                new Trim(duration(row, "starts_at_ms"), duration(row, "ends_at_ms")),
                row.getObject("worker", UUID.class),
                row.getInt("tries"),
                instant(row, "source_removed_at"),
                rows.stream().flatMap(found -> step(known, found).stream()).toList());
    }

    private static Optional<StepOfJob> step(Map<String, Step> known, StepRow row) {
        return Optional.ofNullable(known.get(row.name()))
                .map(step -> new StepOfJob(step, row.state(), row.progress(), row.file(), row.result()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Duration duration(ResultSet row, String column) throws SQLException {
        Long millis = row.getObject(column, Long.class);
        return millis == null ? null : Duration.ofMillis(millis);
    }
}

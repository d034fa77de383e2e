package museum.atrium.notification.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.notification.composing.CalendarMethod;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What each person was told, and what they are not to be told any more. */
@Repository
class Tellings {

    private final NamedParameterJdbcTemplate jdbc;
    private final JsonMapper json;

    Tellings(NamedParameterJdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param gathering those of whom is asked what their mails told beside what they were planned for */
    Map<UUID, Memory> of(Collection<UUID> registrations, Collection<UUID> gathering) {
        Map<UUID, List<Told>> told = told(registrations).stream().collect(Collectors.groupingBy(Told::registration));
        Map<UUID, Overview> overviews = overviews(registrations);
        Map<UUID, List<AlsoTold>> alsoTold = gathering.isEmpty() ? Map.of() : alsoTold(gathering);
        return registrations.stream()
                .distinct()
                .collect(Collectors.toMap(
                        registration -> registration,
                        registration -> new Memory(
                                registration,
                                told.getOrDefault(registration, List.of()),
                                alsoTold.getOrDefault(registration, List.of()),
                                overviews.get(registration))));
    }

    private List<Told> told(Collection<UUID> registrations) {
        return jdbc.query("""
                select registration, session, method, sequence, slot, previous, told_by, revision from tellings
                where registration = any(:registrations)
                """, Map.of("registrations", registrations.toArray(UUID[]::new)), (row, number) -> {
            String method = row.getString("method");
            return new Told(
                    row.getObject("registration", UUID.class),
                    row.getObject("session", UUID.class),
                    method == null ? null : CalendarMethod.valueOf(method),
                    row.getInt("sequence"),
                    json.readValue(row.getString("slot"), Slot.class),
                    slot(row.getString("previous")),
                    row.getLong("told_by"),
                    row.getLong("revision"));
        });
    }

    private Map<UUID, List<AlsoTold>> alsoTold(Collection<UUID> registrations) {
        Map<UUID, List<AlsoTold>> alsoTold = new HashMap<>();
        jdbc.query("""
                select registration, id, distance, status, also from deliveries
                where registration = any(:registrations) and kind in ('REMINDER', 'NEW_IN_SERIES', 'RECORDING_AVAILABLE') and also <> '{}'
                """, Map.of("registrations", registrations.toArray(UUID[]::new)), row -> {
            alsoTold.computeIfAbsent(row.getObject("registration", UUID.class), of -> new ArrayList<>())
                    .add(new AlsoTold(
                            row.getLong("id"),
                            row.getString("distance"),
                            progress(row.getString("status")),
                            Set.of((String[]) row.getArray("also").getArray())));
        });
        return alsoTold;
    }

    private static AlsoTold.Progress progress(String status) {
        return switch (status) {
            case "SENT" -> AlsoTold.Progress.SENT;
            case "SENDING" -> AlsoTold.Progress.ON_ITS_WAY;
            default -> AlsoTold.Progress.TO_COME;
        };
    }

    private @Nullable Slot slot(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Slot.class);
    }

    private Map<UUID, Overview> overviews(Collection<UUID> registrations) {
        record Row(UUID registration, Overview overview) {}
        return jdbc
                .query(
                        """
                        select registration, revision, told_by from overviews where registration = any(:registrations)
                        """,
                        Map.of("registrations", registrations.toArray(UUID[]::new)),
                        (row, number) -> new Row(
                                row.getObject("registration", UUID.class),
                                new Overview(row.getLong("revision"), row.getLong("told_by"))))
                .stream()
                .collect(Collectors.toMap(Row::registration, Row::overview));
    }

    void save(Collection<Memory> memories) {
        List<Told> told =
                memories.stream().flatMap(memory -> memory.changes().stream()).toList();
        batch("""
                insert into tellings (registration, session, method, sequence, slot, previous, told_by, revision)
                values (:registration, :session, :method, :sequence, :slot::jsonb, :previous::jsonb, :by, :revision)
                on conflict (registration, session) do update
                set method = excluded.method, sequence = excluded.sequence, slot = excluded.slot,
                    previous = excluded.previous, told_by = excluded.told_by, revision = excluded.revision
                """, told.stream().map(this::parameters).toList());
        batch(
                "update deliveries set also = :also where id = :id",
                memories.stream()
                        .flatMap(memory -> memory.alsoToldNow().stream())
                        .map(Tellings::parameters)
                        .toList());
        batch(
                """
                insert into overviews (registration, revision, told_by) values (:registration, :revision, :by)
                on conflict (registration) do update set revision = excluded.revision, told_by = excluded.told_by
                """,
                memories.stream()
                        .flatMap(memory -> memory.overviewChange().stream()
                                .map(overview -> new MapSqlParameterSource("registration", memory.registration())
                                        .addValue("revision", overview.revision())
                                        .addValue("by", overview.by())))
                        .toList());
    }

    private static MapSqlParameterSource parameters(AlsoTold told) {
        return new MapSqlParameterSource("id", told.by())
                .addValue("also", told.also().toArray(String[]::new));
    }

    private MapSqlParameterSource parameters(Told told) {
        return new MapSqlParameterSource("registration", told.registration())
                .addValue("session", told.session())
                .addValue("method", told.method() == null ? null : told.method().name())
                .addValue("sequence", told.sequence())
                .addValue("slot", json.writeValueAsString(told.slot()))
                .addValue("previous", told.previous() == null ? null : json.writeValueAsString(told.previous()))
                .addValue("by", told.by())
                .addValue("revision", told.revision());
    }

    /** These recordings are told by a mail about more, and for that person never again by a mail of their own. */
    void toldOf(Person person, List<Recording> recordings) {
        batch(
                """
                insert into deliveries (registration, kind, about, lane, queued, status, reason, finished_at)
                values (:registration, 'RECORDING_AVAILABLE', :recording, 2, false, 'DROPPED',
                        'already told by another mail', now())
                on conflict do nothing
                """,
                recordings.stream()
                        .map(recording -> new MapSqlParameterSource("registration", person.id())
                                .addValue("recording", recording.id()))
                        .toList());
    }

    /** A mail that is not true any more is never sent. */
    void drop(Delivery delivery, long claim, String reason) {
        jdbc.update("""
                update deliveries
                set status = 'DROPPED', reason = :reason, finished_at = now(), claim = null
                where id = :id and claim = :claim and status = 'SENDING'
                """, Map.of("id", delivery.id(), "claim", claim, "reason", reason));
    }

    /** What cannot be written yet is looked at again soon. */
    void postpone(Delivery delivery, long claim) {
        jdbc.update("""
                update deliveries
                set status = 'QUEUED', queued = true, claim = null,
                    first_due_at = coalesce(first_due_at, due_at), due_at = now() + interval '2 seconds'
                where id = :id and claim = :claim and status = 'SENDING'
                """, Map.of("id", delivery.id(), "claim", claim));
    }

    private void batch(String sql, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.toArray(SqlParameterSource[]::new));
        }
    }
}

package museum.atrium.notification.delivery;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.notification.composing.MessageInfo;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What deliveries come from: what concerned whole audiences, what organisers wrote, and what is new in series. */
@Repository
class Causes {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private record Row(long notice, Case.Cause cause) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Causes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<Long, Case.Cause> of(Collection<Long> notices) {
        if (notices.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, cut_off, previous from notices where id = any(:notices)")
                .param("notices", notices.toArray(Long[]::new))
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new Case.Cause(
                                row.getObject("cut_off", OffsetDateTime.class).toInstant(),
                                slot(row.getString("previous")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::notice, Row::cause));
    }

    Map<UUID, MessageInfo> messages(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, MessageInfo> messages = new HashMap<>();
        jdbc.sql("select id, subject, text from messages where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((RowCallbackHandler) row -> messages.put(
                        row.getObject("id", UUID.class),
                        new MessageInfo(
                                json.readValue(row.getString("subject"), TEXTS),
                                json.readValue(row.getString("text"), TEXTS))));
        return messages;
    }

    /** All that these subscriptions are not told yet, oldest first; nothing where the series tells each activity at once. */
    Map<UUID, List<Untold>> gathered(Collection<UUID> subscriptions) {
        if (subscriptions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                    select d.id, d.registration, d.about
                    from deliveries d
                    join registrations r on r.id = d.registration
                    join activities series on series.id = r.activity
                    where d.registration = any(:subscriptions) and d.kind = 'NEW_IN_SERIES'
                      and d.status in ('QUEUED', 'HELD', 'SENDING') and series.digest is not null
                    order by d.id
                    """)
                .param("subscriptions", subscriptions.toArray(UUID[]::new))
                .query((row, number) -> new Untold(
                        row.getLong("id"),
                        row.getObject("registration", UUID.class),
                        row.getObject("about", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Untold::registration));
    }

    /** By registration, the recordings of which mails wait to tell. */
    Map<UUID, Set<UUID>> untoldRecordings(Collection<UUID> registrations) {
        if (registrations.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<UUID>> untold = new HashMap<>();
        jdbc.sql("""
                select registration, about from deliveries
                where registration = any(:registrations) and kind = 'RECORDING_AVAILABLE'
                  and status in ('QUEUED', 'HELD', 'SENDING')
                """).param("registrations", registrations.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> untold.computeIfAbsent(row.getObject("registration", UUID.class), of -> new HashSet<>())
                        .add(row.getObject("about", UUID.class)));
        return untold;
    }

    private @Nullable Slot slot(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Slot.class);
    }
}

package museum.atrium.notification.delivery;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What concerned whole audiences, where deliveries come from it. */
@Repository
class Causes {

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
                .sql("select id, cut_off, previous from notices where id in (:notices)")
                .param("notices", notices)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        new Case.Cause(
                                row.getObject("cut_off", OffsetDateTime.class).toInstant(),
                                slot(row.getString("previous")))))
                .stream()
                .collect(Collectors.toMap(Row::notice, Row::cause));
    }

    private @Nullable Slot slot(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Slot.class);
    }
}

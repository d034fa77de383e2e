package museum.atrium.notification.delivery;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

/** What deliveries come from: what concerned whole audiences, and what organisers wrote. */
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

    Map<UUID, MessageInfo> messages(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, MessageInfo> messages = new HashMap<>();
        jdbc.sql("select id, subject, text from messages where id in (:ids)")
                .param("ids", ids)
                .query((RowCallbackHandler) row -> messages.put(
                        row.getObject("id", UUID.class),
                        new MessageInfo(
                                json.readValue(row.getString("subject"), TEXTS),
                                json.readValue(row.getString("text"), TEXTS))));
        return messages;
    }

    private @Nullable Slot slot(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Slot.class);
    }
}

package museum.atrium.registration.webhooks;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The webhooks as they are stored. Whoever locks one does so before its deliveries, and weakly enough that what happens meanwhile
 * can be written for it.
 */
@Repository
class Webhooks {

    private final JdbcClient database;
    private final Ids ids;
    private final Clock clock;

    Webhooks(JdbcClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    List<Webhook> all() {
        return database.sql("select * from webhook order by created_at, id")
                .query((row, number) -> webhook(row))
                .list();
    }

    /** @throws Refusal 404 if there is none */
    Webhook existing(UUID id) {
        return database.sql("select * from webhook where id = :id")
                .param("id", id)
                .query((row, number) -> webhook(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no webhook " + id + "."));
    }

    Optional<Webhook> lock(UUID id) {
        return database.sql("select * from webhook where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> webhook(row))
                .optional();
    }

    /** @throws Refusal 404 if there is none, 409 if it is disabled */
    Webhook lockEnabled(UUID id) {
        Webhook webhook = lock(id).orElseGet(() -> existing(id));
        if (!webhook.enabled()) {
            throw Refusal.conflict(
                    "webhook-disabled",
                    "The webhook " + id + " is disabled; enable it first. What it missed is kept for a while.");
        }
        return webhook;
    }

    Webhook add(WebhookRules.Checked checked) {
        UUID id = ids.next();
        bind("""
                insert into webhook (id, url, events, description, created_at, disabled_at, disabled_reason)
                values (:id, :url, :events::text[], :description, :now, case when :enabled then null else :now end,
                  case when :enabled then null else 'an organiser disabled it' end)
                """, id, checked).update();
        return existing(id);
    }

    /** Enabled anew it begins with a clean slate. */
    Webhook change(UUID id, WebhookRules.Checked checked) {
        bind("""
                update webhook
                set url = :url, events = :events::text[], description = :description,
                    failing_since = case when :enabled and disabled_at is not null then null else failing_since end,
                    disabled_at = case when :enabled then null else coalesce(disabled_at, :now) end,
                    disabled_reason = case when :enabled then null else coalesce(disabled_reason, 'an organiser disabled it') end
                where id = :id
                """, id, checked).update();
        return existing(id);
    }

    private JdbcClient.StatementSpec bind(String sql, UUID id, WebhookRules.Checked checked) {
        return database.sql(sql)
                .param("id", id)
                .param("url", checked.url().toString())
                .param(
                        "events",
                        checked.events() == null ? null : checked.events().toArray(String[]::new),
                        Types.ARRAY)
                .param("description", checked.description(), Types.VARCHAR)
                .param("enabled", checked.enabled())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    void delete(UUID id) {
        database.sql("delete from webhook where id = :id").param("id", id).update();
    }

    void noteSuccess(UUID id) {
        database.sql("update webhook set failing_since = null where id = :id and failing_since is not null")
                .param("id", id)
                .update();
    }

    /** @return since when it has been failing */
    Instant noteFailure(UUID id) {
        return database.sql("""
                update webhook set failing_since = coalesce(failing_since, :now) where id = :id returning failing_since
                """)
                .param("id", id)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        row.getObject("failing_since", OffsetDateTime.class).toInstant())
                .single();
    }

    void disable(UUID id, String reason) {
        database.sql("""
                update webhook set disabled_at = :now, disabled_reason = :reason where id = :id and disabled_at is null
                """)
                .param("id", id)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        Array events = row.getArray("events");
        Instant disabledAt = instant(row, "disabled_at");
        return new Webhook(
                row.getObject("id", UUID.class),
                URI.create(row.getString("url")),
                events == null ? null : List.of((String[]) events.getArray()),
                row.getString("description"),
                disabledAt == null,
                disabledAt,
                row.getString("disabled_reason"),
                instant(row, "failing_since"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

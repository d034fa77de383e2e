package museum.atrium.registration.webhooks;

import java.sql.Array;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told to webhooks, or is about to be. */
@Repository
class WebhookMessages {

    private final JdbcClient database;
    private final Clock clock;

    WebhookMessages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Of the disabled ones too: what they miss can be told later. Asked within every change, so it is one read of a small table. */
    Subscriptions subscriptions() {
        Set<String> types = new HashSet<>();
        List<Boolean> everything = database.sql("select events from webhook")
                .query((row, number) -> {
                    Array events = row.getArray("events");
                    if (events != null) {
                        types.addAll(List.of((String[]) events.getArray()));
                    }
                    return events == null;
                })
                .list();
        return new Subscriptions(everything.contains(true), types);
    }

    /** With a delivery to each webhook that is enabled and wants it. Nobody is waited for: one that is just deleted gets none. */
    void add(List<WebhookMessage> messages) {
        database.sql("""
                with message as (
                    insert into webhook_message (id, type, registration_id, payload, created_at)
                    select id, type, registration, payload, :now
                    from unnest(:ids::uuid[], :types::text[], :registrations::uuid[], :payloads::text[])
                         as added (id, type, registration, payload)
                    returning id, type
                )
                insert into webhook_delivery (webhook_id, message_id, status, next_attempt_at)
                select w.id, m.id, 'PENDING', :now
                from message m
                join webhook w on w.disabled_at is null and (w.events is null or m.type = any(w.events))
                for key share of w skip locked
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", messages.stream().map(WebhookMessage::id).toArray(UUID[]::new))
                .param("types", messages.stream().map(WebhookMessage::type).toArray(String[]::new))
                .param("registrations", registrations(messages))
                .param(
                        "payloads",
                        messages.stream().map(WebhookMessage::payload).toArray(String[]::new))
                .update();
    }

    private static @Nullable UUID[] registrations(List<WebhookMessage> messages) {
        return messages.stream().map(WebhookMessage::registration).toArray(UUID[]::new);
    }

    /** For one webhook alone, whatever types it wants. */
    long add(WebhookMessage message, UUID webhook) {
        return database.sql("""
                with message as (
                    insert into webhook_message (id, type, payload, created_at) values (:id, :type, :payload, :now)
                    returning id
                )
                insert into webhook_delivery (webhook_id, message_id, status, next_attempt_at)
                select :webhook, id, 'PENDING', :now from message
                returning id
                """)
                .param("id", message.id())
                .param("type", message.type())
                .param("payload", message.payload())
                .param("webhook", webhook)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** What was told of these registrations is not kept, and not told any more. */
    void forget(List<UUID> registrations) {
        database.sql("delete from webhook_message where registration_id = any(:registrations::uuid[])")
                .param("registrations", registrations.toArray(UUID[]::new))
                .update();
    }

    /** @return how many were deleted; fewer than {@code most}: no older ones are left */
    int deleteBefore(Instant end, int most) {
        return database.sql("""
                delete from webhook_message
                where id in (select id from webhook_message where created_at < :end order by created_at limit :most)
                """)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}

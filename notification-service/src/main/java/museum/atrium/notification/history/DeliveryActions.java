package museum.atrium.notification.history;

import java.util.Locale;
import java.util.Set;
import museum.atrium.http.Refusal;
import museum.atrium.notification.audience.AddressKey;
import museum.atrium.notification.history.Addressed.Somebody;
import museum.atrium.notification.planning.Planned;
import museum.atrium.notification.suppression.Suppressions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What organisers do with one mail. Whether it is still true is asked when it is sent, as ever: what they want sent may be
 * dropped once more.
 */
@Repository
class DeliveryActions {

    private static final Set<String> RETRIED = Set.of("QUEUED", "DROPPED", "FAILED", "CANCELLED", "BOUNCED");
    private static final Set<String> RESENT = Set.of("SENT");
    private static final Set<String> CANCELLED = Set.of("QUEUED", "HELD");

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final ApplicationEventPublisher publisher;

    DeliveryActions(
            JdbcClient jdbc, Deliveries deliveries, Suppressions suppressions, ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.suppressions = suppressions;
        this.publisher = publisher;
    }

    /**
     * What can be done with a mail as it stands.
     *
     * @param somebody whom it is to; null: they are erased, and nothing is
     */
    Possible possible(String status, @Nullable Somebody somebody) {
        if (somebody == null) {
            return new Possible(false, false, false, false);
        }
        boolean suppressed = suppressions.isSuppressed(AddressKey.of(somebody.email()));
        return new Possible(
                !suppressed && RETRIED.contains(status),
                !suppressed && RESENT.contains(status),
                CANCELLED.contains(status),
                suppressed);
    }

    record Possible(boolean retry, boolean resend, boolean cancel, boolean lift) {}

    /** What failed, was dropped or cancelled, or waits for another attempt is tried now, with the same Message-ID. */
    @Transactional
    public DeliveryView retry(long id) {
        return again(id, RETRIED, false);
    }

    /** What was sent is sent once more, with another Message-ID: its reader is to see it again. */
    @Transactional
    public DeliveryView resend(long id) {
        return again(id, RESENT, true);
    }

    /** What waits never goes. */
    @Transactional
    public DeliveryView cancel(long id) {
        refuseUnless(id, CANCELLED);
        jdbc.sql("""
                update deliveries
                set status = 'CANCELLED', queued = false, held_for = null, finished_at = now(), reason = 'an organiser cancelled it'
                where id = :id
                """).param("id", id).update();
        return deliveries.view(id);
    }

    /** Mails go to its address again from now on; it goes itself, where it did not. */
    @Transactional
    public DeliveryView lift(long id) {
        suppressions.lift(address(id));
        DeliveryView mail = deliveries.view(id);
        return RETRIED.contains(mail.status()) ? retry(id) : mail;
    }

    private DeliveryView again(long id, Set<String> from, boolean anew) {
        refuseUnless(id, from);
        refuseIfSuppressed(id);
        // How it ended so far stays in its timeline.
        jdbc.sql("""
                insert into attempts (delivery, number, at, outcome, reply)
                select id, attempts, finished_at, status, coalesce(reply, reason) from deliveries
                where id = :id and finished_at is not null
                on conflict (delivery, number, outcome) do update set at = excluded.at, reply = excluded.reply
                """).param("id", id).update();
        jdbc.sql("""
                update deliveries
                set status = 'QUEUED', queued = true, due_at = now(), first_due_at = now(), again_at = now(), paced = false,
                    finished_at = null,
                    reply = null, reason = null, resent = resent + :anew
                where id = :id
                """).param("id", id).param("anew", anew ? 1 : 0).update();
        publisher.publishEvent(new Planned());
        return deliveries.view(id);
    }

    /** Held until commit, so that no sender takes it meanwhile. */
    private void refuseUnless(long id, Set<String> expected) {
        record Standing(String status, boolean known) {}
        Standing standing = jdbc.sql("""
                select d.status, exists (select from contacts c where c.registration = d.registration) as known
                from deliveries d where d.id = :id for update
                """)
                .param("id", id)
                .query((row, number) -> new Standing(row.getString("status"), row.getBoolean("known")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("There is no mail %d.".formatted(id)));
        if (!expected.contains(standing.status())) {
            throw Refusal.conflict(
                    "delivery-" + standing.status().toLowerCase(Locale.ROOT),
                    advice(standing.status()).formatted(id));
        }
        if (!standing.known()) {
            throw Refusal.conflict("delivery-erased", "Mail %d was to somebody who is erased.".formatted(id));
        }
    }

    /** It would be dropped at once, and take the place of how it ended. */
    private void refuseIfSuppressed(long id) {
        if (suppressions.isSuppressed(address(id))) {
            throw Refusal.conflict(
                    "delivery-suppressed",
                    "Nothing is sent to the address of mail %d: it is suppressed. Lift that first.".formatted(id));
        }
    }

    /** As addresses are compared. */
    private String address(long id) {
        return jdbc.sql("""
                select c.email from deliveries d join contacts c on c.registration = d.registration where d.id = :id
                """)
                .param("id", id)
                .query((row, number) -> AddressKey.of(row.getString("email")))
                .optional()
                .orElseThrow(() ->
                        Refusal.notFound("There is no mail %d, or it was to somebody who is erased.".formatted(id)));
    }

    private static String advice(String status) {
        return switch (status) {
            case "SENDING" -> "Mail %d is being sent at this moment; look again in a few seconds.";
            case "SENT" -> "Mail %d was sent. Use 'resend' to send it once more.";
            case "HELD" -> "Mail %d waits because sending is paused. Resume it, or use 'cancellation'.";
            case "QUEUED" -> "Mail %d waits to be sent. Use 'retry' to have it tried at once, or 'cancellation'.";
            default -> "Mail %d was not sent and does not wait. Use 'retry' to have it sent.";
        };
    }
}

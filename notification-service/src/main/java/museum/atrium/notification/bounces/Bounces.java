package museum.atrium.notification.bounces;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import museum.atrium.notification.audience.AddressKey;
import museum.atrium.notification.replies.Reply;
import museum.atrium.notification.suppression.Suppressions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what other servers tell of our mails. The same report has an effect once, however often it is read. */
@Component
class Bounces {

    private final Origins origins;
    private final JdbcClient jdbc;
    private final Suppressions suppressions;
    private final Clock clock;

    Bounces(Origins origins, JdbcClient jdbc, Suppressions suppressions, Clock clock) {
        this.origins = origins;
        this.jdbc = jdbc;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** @return what was told of a delivery of ours; nothing for whatever else the mail is */
    @Transactional
    public Optional<RecipientStatus.Verdict> take(byte[] mail) {
        return DeliveryReports.read(mail).flatMap(this::take);
    }

    private Optional<RecipientStatus.Verdict> take(DeliveryReport report) {
        OptionalLong delivery = origins.of(report);
        if (delivery.isEmpty()) {
            return Optional.empty();
        }
        RecipientStatus told = report.mildest();
        RecipientStatus.Verdict verdict = told.verdict();
        String reply = Reply.withoutAddresses(told.said());
        switch (verdict) {
            case NOTHING -> {}
            case DELAYED, RETURNED -> note(delivery.getAsLong(), verdict, reply);
            case BOUNCED -> bounced(delivery.getAsLong(), report.addresses(), reply);
        }
        return Optional.of(verdict);
    }

    private void bounced(long delivery, List<String> addresses, String reply) {
        boolean now = jdbc.sql("""
                update deliveries
                set status = 'BOUNCED', queued = false, claim = null, reason = 'came back: there is no such address'
                where id = :id and status in ('QUEUED', 'SENDING', 'SENT')
                """).param("id", delivery).update() > 0;
        if (now) {
            note(delivery, RecipientStatus.Verdict.BOUNCED, reply);
            suppressions.bounced(
                    delivery, addresses.stream().map(AddressKey::of).toList(), reply);
        }
    }

    /** The first of its kind since the last attempt: a server that still tries says so every few hours. */
    private void note(long delivery, RecipientStatus.Verdict verdict, String reply) {
        jdbc.sql("""
                insert into attempts (delivery, number, at, outcome, reply)
                select id, attempts, :at, :outcome, case when erased then null else :reply end
                from deliveries where id = :id and status in ('QUEUED', 'SENDING', 'SENT', 'BOUNCED')
                on conflict do nothing
                """)
                .param("id", delivery)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("outcome", verdict.outcome())
                .param("reply", reply)
                .update();
    }
}

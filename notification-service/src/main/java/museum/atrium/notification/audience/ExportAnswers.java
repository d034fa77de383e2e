package museum.atrium.notification.audience;

import java.util.UUID;
import java.util.function.Supplier;
import museum.atrium.outbox.Intake;
import museum.atrium.outbox.Outbox;
import museum.atrium.outbox.OutgoingEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this service has said of registrations to who asked what is held of them. It stands in Kafka until it is taken back. */
@Component
public class ExportAnswers {

    static final String TOPIC = "atrium.exports.notification";

    private static final String KIND = "export";

    private final Intake intake;
    private final JdbcClient jdbc;
    private final Outbox outbox;

    ExportAnswers(Intake intake, JdbcClient jdbc, Outbox outbox) {
        this.intake = intake;
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Says it once for each revision, the last one asked, and never of who is erased. */
    public void answer(UUID registration, long revision, Supplier<String> answer) {
        intake.take(KIND, registration.toString(), revision, () -> {
            jdbc.sql("insert into exported (registration) values (:registration) on conflict do nothing")
                    .param("registration", registration)
                    .update();
            outbox.add(new OutgoingEvent(
                    TOPIC, registration.toString(), "museum.atrium.export.answered.v1", answer.get()));
        });
    }

    /**
     * Nobody asks any more, until somebody asks again.
     *
     * @return how many answers there were
     */
    public int withdraw(UUID registration) {
        int answered = jdbc.sql("delete from exported where registration = :registration")
                .param("registration", registration)
                .update();
        if (answered > 0) {
            outbox.add(new OutgoingEvent(TOPIC, registration.toString(), "museum.atrium.export.withdrawn.v1", null));
        }
        return answered;
    }

    /** For good: whatever is asked of it from now on is not answered. */
    int forget(UUID registration) {
        intake.take(KIND, registration.toString(), Tombstone.REVISION, () -> {});
        return withdraw(registration);
    }
}

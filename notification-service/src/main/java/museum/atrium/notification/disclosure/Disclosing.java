package museum.atrium.notification.disclosure;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import museum.atrium.notification.audience.ExportAnswers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says what is held of a registration at that moment; of one that is not known, that there is nothing. */
@Component
class Disclosing {

    private final ExportAnswers answers;
    private final Holdings holdings;
    private final Clock clock;

    Disclosing(ExportAnswers answers, Holdings holdings, Clock clock) {
        this.answers = answers;
        this.holdings = holdings;
        this.clock = clock;
    }

    /** {@code contracts/events/exportInNotification.schema.json}. */
    private record Answer(UUID registration, UUID export, Instant answeredAt, Held held) {}

    void answer(ExportState asked) {
        UUID registration = asked.registration();
        answers.answer(
                registration,
                asked.revision(),
                () -> JsonMapper.shared()
                        .writeValueAsString(
                                new Answer(registration, asked.export(), clock.instant(), holdings.of(registration))));
    }
}

package museum.atrium.notification.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import museum.atrium.outbox.NotUnderstandable;
import museum.atrium.outbox.ReceivedEvent;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReadingTest {

    private final EventReading reading = new EventReading();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON, but mariana@example.org",
                "{\"registration\": \"mariana@example.org\", \"revision\": 1, \"email\": \"a\", \"name\": \"b\"}",
                "{\"email\": \"mariana@example.org\", \"name\": \"Mariana\"}",
                "null"
            })
    void whatCannotBeUnderstoodIsRefusedWithoutQuotingIt(String payload) {
        assertThatThrownBy(() -> reading.read(contact(payload), ContactState.class))
                .isInstanceOf(NotUnderstandable.class)
                .hasNoCause()
                .hasMessageNotContainingAny("mariana", "Mariana");
    }

    @Test
    void fieldsThatThisServiceDoesNotUseArePassedOver() {
        String payload = Contracts.event("contact").example().replaceFirst("\\{", "{\"pronouns\": \"any\",");
        assertThat(reading.read(contact(payload), ContactState.class).name()).isEqualTo("Mariana Example");
    }

    private static ReceivedEvent contact(@Nullable String payload) {
        return new ReceivedEvent("atrium.contacts", "key", "museum.atrium.contact.updated.v1", Instant.EPOCH, payload);
    }
}

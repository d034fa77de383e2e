package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class ImpossibleMailTest extends WithInbox {

    @Autowired
    JdbcClient jdbc;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();
    private final UUID other = story.somebody();

    /** As when an address became known before anybody looked at it closely. */
    @Test
    void aMailThatCanNeverBeWrittenFailsAtOnceAndKeepsNobodyElseFromTheirs(CapturedOutput output) {
        announcer.tell(story.contact(somebody), story.contact(other));
        announcer.tell(story.confirmed(somebody), story.confirmed(other));
        jdbc.sql("update contacts set email = 'two@example.org, addresses@example.org' where registration = :id")
                .param("id", somebody)
                .update();
        announcer.tell(story.published());

        eventually(() -> {
            assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION FAILED");
            assertThat(outbound.of(other)).containsExactly("CONFIRMATION SENT");
        });
        assertThat(outbound.reasons(somebody)).containsExactly("impossible to write");
        assertThat(outbound.attempts(somebody)).isEmpty();
        assertThat(output.getAll())
                .contains("was impossible to write and is not tried again")
                .doesNotContain("@example.org");
    }
}

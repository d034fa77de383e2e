package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.Test;

/** A course has modules that people come to, and modules that they go through in their own time. */
class SelfPacedTest extends WithInbox {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @Test
    void aModuleInOnesOwnTimeIsShownAndBlocksNoCalendar() {
        UUID module = UUID.randomUUID();
        announcer.tell(story.withModule(module), story.contact(somebody), story.confirmed(somebody));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        var mail = mailsTo(somebody).getLast();
        assertThat(mail.text())
                .contains("Ao seu ritmo, dentro deste prazo.")
                .contains("Abrir o módulo")
                .contains("Entrar na sessão")
                .contains("Língua: inglês; interpretação: francês.");
        assertThat(mail.calendar()).contains(story.session.toString()).doesNotContain(module.toString());
        assertThat(mail.calendar()).containsOnlyOnce("BEGIN:VEVENT");
    }
}

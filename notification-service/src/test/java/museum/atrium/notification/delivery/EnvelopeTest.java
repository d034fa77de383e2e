package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.junit.jupiter.api.Test;

class EnvelopeTest extends WithScriptedServer {

    private final Story story = new Story();

    @Test
    void whatCannotBeDeliveredComesBackToTheInstallationInWhoseverNameItWent() {
        UUID somebody = story.somebody();
        UUID network = UUID.randomUUID();
        announcer.tell(
                Story.network(network, 1, "Museums"),
                Story.but(story.published(), json -> json.put("network", network.toString())),
                story.contact(somebody),
                story.confirmed(somebody));

        eventually(() -> assertThat(accepted(somebody)).hasSize(1));

        assertThat(smtp().accepted())
                .filteredOn(mail -> mail.to().contains(Story.address(somebody)))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.from()).isEqualTo("atrium@mail.example.org");
                    assertThat(mail.message()).contains("From: \"Museums\" <programme@network.example.org>");
                });
    }
}

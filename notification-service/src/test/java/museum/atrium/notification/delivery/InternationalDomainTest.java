package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import org.junit.jupiter.api.Test;

class InternationalDomainTest extends WithInbox {

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @Test
    void anAddressInADomainOfAnyScriptIsReachedByItsAsciiForm() {
        announcer.tell(
                story.published(),
                story.contact(somebody, 1, "ana-%s@bücher.example".formatted(somebody)),
                story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));

        String ascii = "ana-%s@xn--bcher-kva.example".formatted(somebody);
        assertThat(mailsTo(ascii)).singleElement().satisfies(mail -> {
            assertThat(mail.to()).as("the envelope").isEqualTo(ascii);
            assertThat(mail.headers().all("To")).singleElement().asString().contains("<" + ascii + ">");
            assertThat(String.valueOf(mail.calendar()).replaceAll("\\R ", "")).contains("mailto:" + ascii);
        });
    }

    @Test
    void lettersBeyondAsciiMayStandBeforeTheAtWhereTheServerTakesThem() {
        String address = "josé-%s@example.org".formatted(somebody);
        announcer.tell(story.published(), story.contact(somebody, 1, address), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));

        assertThat(mailsTo(address))
                .singleElement()
                .satisfies(mail -> assertThat(mail.headers().all("To"))
                        .singleElement()
                        .asString()
                        .contains("<" + address + ">"));
    }
}

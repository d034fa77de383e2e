package museum.atrium.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import museum.atrium.system.client.ClientJourney;
import museum.atrium.system.client.GeneratedClients;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.Person;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that was written against the client that others generate from our document gets along with what really runs. */
@SystemTest
@Order(2)
class GeneratedClientIT {

    private final Stack stack;

    GeneratedClientIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void anActivityIsMadePublishedBookedListedAndCountedWithTheGeneratedClient(@TempDir Path folder) throws Exception {
        Person person = People.speaking("en", "Europe/Paris");

        ClientJourney.Result result = GeneratedClients.journey(folder)
                .go(stack.origin(), stack.organizerPassword(), "generated-" + UUID.randomUUID(), person);

        assertThat(result).isEqualTo(new ClientJourney.Result("CONFIRMED", 1, person.email(), "CONFIRMED", 1));
    }
}

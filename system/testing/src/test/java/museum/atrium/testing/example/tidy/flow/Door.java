package museum.atrium.testing.example.tidy.flow;

import java.time.Clock;
import java.time.Instant;

public class Door {

    Instant openedAt(Clock clock) {
        return Instant.now(clock);
    }
}

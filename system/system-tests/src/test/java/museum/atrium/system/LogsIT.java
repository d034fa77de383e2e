package museum.atrium.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import museum.atrium.system.stack.Service;
import museum.atrium.system.stack.Stack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the logs of everything that the other tests did may not hold. */
@SystemTest
@Order(6)
class LogsIT {

    private final Stack stack;

    LogsIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void noLogHoldsAnAddress() throws IOException {
        assumeFalse(stack.logs().isEmpty(), "the logs of a stack that was started elsewhere are out of reach");
        for (Service service : Service.values()) {
            assertThat(stack.logs())
                    .as("log of %s", service)
                    .anyMatch(log -> log.getFileName().toString().contains(service.processName()));
        }
        for (Path log : stack.logs()) {
            try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                assertThat(lines.filter(line -> line.toLowerCase(Locale.ROOT).contains("@example.org")))
                        .as("addresses in %s", log)
                        .isEmpty();
            }
        }
    }
}

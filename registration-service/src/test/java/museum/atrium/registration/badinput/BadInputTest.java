package museum.atrium.registration.badinput;

import java.util.List;
import javax.sql.DataSource;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import museum.atrium.testing.badinput.BadInput;
import museum.atrium.testing.badinput.Operation;
import museum.atrium.testing.badinput.StoredRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Whatever is sent, by mistake or on purpose: it works, or is refused in a way that helps, and nothing breaks. */
@RegistrationTest
// A context of its own, so that no other test finds what this one leaves: its hours, its hundreds of activities, its
// webhooks.
@TestPropertySource(properties = "context=bad-input")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    @Autowired
    Api api;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSource rows;

    @Autowired
    TestClock.Settable clock;

    private Hooks hooks;
    private ValidCalls calls;
    private BadInput badInput;

    @BeforeAll
    void theWorld(@LocalServerPort int port) {
        World world = new World(api, database, clock);
        hooks = new Hooks(api, database);
        calls = new ValidCalls(new EveryonesCalls(world), new OrganizerCalls(world, hooks));
        badInput = new BadInput(
                "registration",
                port,
                Api.PASSWORD,
                new StoredRows(rows, "outbox", "scheduled_tasks", "flyway_schema_history"));
    }

    @AfterEach
    void nothingIsDeliveredMeanwhile() {
        hooks.forget();
    }

    static List<Operation> operations() {
        return Operation.all("registration");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isAnsweredOrClearlyRefused(Operation operation) {
        badInput.send(operation, calls.of(operation));
    }
}

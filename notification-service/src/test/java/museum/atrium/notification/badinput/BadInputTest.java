package museum.atrium.notification.badinput;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import museum.atrium.notification.composing.Topic;
import museum.atrium.notification.story.ManageLinks;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.testing.badinput.BadInput;
import museum.atrium.testing.badinput.Operation;
import museum.atrium.testing.badinput.StoredRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sent, by mistake or on purpose: it works, or is refused in a way that helps, and nothing breaks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest extends WithInbox {

    @Autowired
    DataSource database;

    private final AtomicInteger made = new AtomicInteger();
    private ValidCalls calls;
    private BadInput badInput;

    @BeforeAll
    void somebodyGotAMail(@LocalServerPort int port) {
        Story story = new Story();
        UUID somebody = story.somebody();
        String slug = "stopped-" + story.activity;
        announcer.tell(
                Story.but(story.published(), json -> json.put("slug", slug)),
                story.contact(somebody),
                story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        calls = new ValidCalls(
                story,
                somebody,
                slug,
                ManageLinks.unsubscribing(somebody, Topic.REMINDERS),
                this::suppression,
                status -> delivery(somebody, status));
        badInput = new BadInput("notification", port, "organizer-of-tests", new StoredRows(database));
    }

    /** Due in days, so that nobody sends it meanwhile. */
    private String delivery(UUID to, String status) {
        return JdbcClient.create(database)
                .sql("""
                        insert into deliveries (registration, kind, revision, lane, queued, status, due_at, finished_at)
                        values (:to, 'CONFIRMATION', :revision, 0, :status = 'QUEUED', :status, now() + interval '3 days',
                                case when :status <> 'QUEUED' then now() end)
                        returning id
                        """)
                .param("to", to)
                .param("revision", 1000 + made.incrementAndGet())
                .param("status", status)
                .query(String.class)
                .single();
    }

    private String suppression() {
        return JdbcClient.create(database)
                .sql("insert into suppressions (address_key, cause) values (:address, 'ORGANIZER') returning id")
                .param("address", UUID.randomUUID() + "@bad-input.example.org")
                .query(String.class)
                .single();
    }

    /** The tests that share this service go on. */
    @AfterAll
    void nothingIsPaused() {
        new JdbcTemplate(database).update("update pauses set lifted = true");
    }

    static List<Operation> operations() {
        return Operation.all("notification");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isAnsweredOrClearlyRefused(Operation operation) {
        badInput.send(operation, calls.of(operation));
    }
}

package museum.atrium.notification.delivery;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** A claim that nobody works on, of an instance that lives and renews its other claims. */
class AbandonedClaimTest extends WithScriptedServer {

    private static final List<Lane> LANES = List.of(Lane.TRANSACTIONAL);

    @Autowired
    DataSource database;

    @Autowired
    DeliverySettings settings;

    @Autowired
    Leases leases;

    @Autowired
    Queue queue;

    @Autowired
    Sending sending;

    @Autowired
    Session session;

    @Autowired
    Senders senders;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();

    @BeforeEach
    void somethingIsToBeSent() {
        senders.stop();
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
    }

    @AfterEach
    void goOn() {
        if (!senders.isRunning()) {
            senders.start();
        }
    }

    @Test
    void whatWasClaimedWithoutTheSenderLearningOfItIsSentAllTheSame() {
        DataSource database = commitsWithoutSayingSo(this.database);
        Queue queue = new Queue(JdbcClient.create(database), leases);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        assertThatThrownBy(() -> transactions.execute(claiming -> queue.claim(LANES, 1)))
                .hasRootCauseMessage("the connection broke");

        isSentOnceAllTheSame();
    }

    @Test
    void whatASenderLeftWhenItFailedInAWayThatNobodyForesawIsSentAllTheSame() {
        JavaMailSenderImpl broken = new JavaMailSenderImpl() {
            @Override
            public String getHost() {
                throw new IllegalStateException("not foreseen");
            }
        };
        var connection = new museum.atrium.notification.delivery.Connection(new MailServer(broken, session));
        Sender sender = new Sender(queue, sending, connection, settings, () -> LANES);
        assertThatThrownBy(() -> sender.work(Duration.ofSeconds(1))).hasMessage("not foreseen");

        isSentOnceAllTheSame();
    }

    private void isSentOnceAllTheSame() {
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENDING");
        senders.start();
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        assertThat(outbound.attempts(somebody)).containsExactly("UNKNOWN");
        assertThat(received(somebody)).hasSize(1);
    }

    /** As a database that is killed between its commit and its answer. */
    private static DataSource commitsWithoutSayingSo(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection real = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                            try {
                                Object result = method.invoke(real, args);
                                if (method.getName().equals("commit")) {
                                    throw new SQLException("the connection broke", "08006");
                                }
                                return result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
            }
        };
    }
}

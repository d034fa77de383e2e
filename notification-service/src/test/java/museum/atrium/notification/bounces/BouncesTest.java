package museum.atrium.notification.bounces;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import museum.atrium.inbox.scripted.Mail;
import museum.atrium.notification.story.Postbox;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithMailbox;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

@ExtendWith(OutputCaptureExtension.class)
class BouncesTest extends WithMailbox {

    private static final String SENDER = "atrium@mail.example.org";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Suppressed suppressed;

    @Autowired
    Bounces bounces;

    @LocalServerPort
    int port;

    private final Story story = new Story();
    private final UUID somebody = story.somebody();
    private final String subject = "Undelivered " + somebody;
    private Mail mail = new Mail("", List.of(), "");
    private Dsn dsn = new Dsn("", "", "", "");
    private long delivery;

    @BeforeEach
    void somebodyWasWrittenTo() {
        announcer.tell(story.published(), story.contact(somebody), story.confirmed(somebody));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT"));
        mail = mailsTo(Story.address(somebody)).getFirst();
        dsn = new Dsn(
                subject, mail.from(), Story.address(somebody), mail.messageId().orElseThrow());
        delivery = jdbc.sql("select id from deliveries where registration = :id")
                .param("id", somebody)
                .query(Long.class)
                .single();
    }

    @Test
    void eachMailHasAnEnvelopeOfItsOwn() {
        assertThat(mail.from()).matches("bounces\\+[0-9a-v]{29}@example\\.org");
        assertThat(writtenTo(story.somebody()).from())
                .matches("bounces\\+[0-9a-v]{29}@example\\.org")
                .isNotEqualTo(mail.from());
        assertThat(mail.message()).contains("From: \"Atrium\" <" + SENDER + ">");
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatDoesNotExistIsKnownFromWhoeverTellsIt(Dsn.Shape shape, CapturedOutput output) {
        postbox().receive(dsn.hard(shape));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION BOUNCED"));
        assertThat(outbound.attempts(somebody)).containsExactly("BOUNCED");
        assertThat(suppressed.repliesFor(delivery))
                .singleElement()
                .satisfies(reply -> assertThat(reply).contains("5.1.1").doesNotContain("@"));
        eventually(() -> assertThat(postbox().done()).contains(subject));
        assertThat(postbox().left()).doesNotContain(subject);
        assertThat(output.getAll()).doesNotContain("@example.org");
    }

    @ParameterizedTest
    @EnumSource
    void theEnvelopeAloneIsEnough(Dsn.Shape shape) {
        postbox().receive(new Dsn(subject, mail.from(), "forwarded@example.org", "<other@example.org>").hard(shape));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION BOUNCED"));
    }

    @ParameterizedTest
    @EnumSource
    void whereTheEnvelopeWasLostItIsFoundByItsMessageId(Dsn.Shape shape) {
        postbox().receive(new Dsn(subject, SENDER, dsn.of(), dsn.messageId()).hard(shape));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION BOUNCED"));
    }

    @ParameterizedTest
    @CsvSource({
        "delayed, 4.4.1, DELAYED",
        "failed,  4.4.7, RETURNED",
        "failed,  5.2.2, RETURNED",
        "failed,  5.7.1, RETURNED",
        "failed,  5.1.8, RETURNED",
    })
    void whatPassesOrIsNotTheAddressIsNotedAndChangesNothing(String action, String status, String outcome) {
        String report = dsn.postfix(action, status, "451 " + status + " try <" + dsn.of() + "> later");
        postbox().receive(report);
        postbox().receive(report);

        eventually(
                () -> assertThat(postbox().done()).filteredOn(subject::equals).hasSize(2));
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT");
        assertThat(outbound.attempts(somebody)).containsExactly(outcome);
        assertThat(suppressed.repliesFor(delivery)).isEmpty();
    }

    @Test
    void aReportThatIsReadTwiceHasItsEffectOnce() {
        postbox().receive(dsn.hard(Dsn.Shape.POSTFIX));
        postbox().receive(dsn.hard(Dsn.Shape.GMAIL));

        eventually(
                () -> assertThat(postbox().done()).filteredOn(subject::equals).hasSize(2));
        assertThat(outbound.attempts(somebody)).containsExactly("BOUNCED");
        assertThat(suppressed.repliesFor(delivery)).hasSize(1);
    }

    @Test
    void theHistoryTellsItInItsOrderAndNamesNobody() {
        postbox().receive(dsn.postfix("delayed", "4.4.1", "451 4.4.1 not yet"));
        eventually(() -> assertThat(outbound.attempts(somebody)).containsExactly("DELAYED"));
        postbox().receive(dsn.hard(Dsn.Shape.POSTFIX));
        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION BOUNCED"));

        String body = RestClient.create("http://localhost:" + port)
                .get()
                .uri("/api/deliveries?status=BOUNCED&registration=" + somebody)
                .headers(headers -> headers.setBasicAuth("organizer", "organizer-of-tests"))
                .retrieve()
                .body(String.class);

        Contracts.http("notification").assertValid("GET", "/api/deliveries", 200, body);
        assertThat(body)
                .containsSubsequence("PLANNED", "SENT", "250 ", "DELAYED", "451 4.4.1", "BOUNCED", "550 5.1.1")
                .doesNotContain("@");
    }

    @Test
    void ofSomebodyWhoWasErasedNoServersWordsAreKept() {
        announcer.tell(story.forgotten(somebody));
        postbox().receive(dsn.hard(Dsn.Shape.POSTFIX));

        eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION BOUNCED"));
        assertThat(jdbc.sql("select count(*) from attempts where delivery = :id and reply is not null")
                        .param("id", delivery)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNoReportOfOursIsSeenAndStays() {
        postbox()
                .receive(
                        "From: a@example.org\r\nTo: %s\r\nSubject: away %s\r\nAuto-Submitted: auto-replied\r\n\r\nOut.\r\n"
                                .formatted(mail.from(), somebody));
        postbox()
                .receive(new Dsn("other's " + somebody, SENDER, "x@example.org", "<1@example.org>")
                        .hard(Dsn.Shape.EXIM));

        eventually(() -> {
            assertThat(postbox().left()).contains("away " + somebody, "other's " + somebody);
            assertThat(postbox().unseen()).isZero();
        });
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT");
    }

    /** Whatever strangers send, it changes nothing, and the honest report behind it is read. */
    @Test
    void hostileReportsChangeNothingAndKeepNoOtherFromBeingRead() {
        Mail theirs = writtenTo(story.somebody());
        UUID third = story.somebody();
        Mail honest = writtenTo(third);
        String token = mail.from().substring("bounces+".length(), mail.from().indexOf('@'));
        String whole = dsn.hard(Dsn.Shape.POSTFIX).replace(subject, "hostile");

        List.of(
                        with(mail.from().replace(token, "0".repeat(29))).hard(Dsn.Shape.POSTFIX),
                        with(mail.from().replace(token, token.substring(1) + "0"))
                                .hard(Dsn.Shape.GMAIL),
                        // Another's Message-ID, and an address that has none like it.
                        new Dsn("hostile", SENDER, dsn.of(), theirs.messageId().orElseThrow()).hard(Dsn.Shape.EXIM),
                        huge(),
                        nested(),
                        whole.replace("message/delivery-status", "message/\0\"=;"),
                        whole.substring(0, whole.indexOf("Final-Recipient")),
                        whole.replace("Action: failed", "Action: failed\r\n\r\nAction: delivered"),
                        whole.replace("Content-Type: multipart", "Content-Type: multipart/\r\n\t;;"))
                .forEach(postbox()::receive);
        postbox()
                .receive(new Dsn(
                                "honest",
                                honest.from(),
                                Story.address(third),
                                honest.messageId().orElseThrow())
                        .hard(Dsn.Shape.POSTFIX));

        eventually(() -> assertThat(outbound.of(third)).containsExactly("CONFIRMATION BOUNCED"));
        eventually(() -> assertThat(postbox().unseen()).isZero());
        assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION SENT");
        assertThat(outbound.attempts(somebody)).isEmpty();
        assertThat(jdbc.sql("""
                select count(*) from deliveries d join registrations r on r.id = d.registration
                where r.activity = :id and d.status = 'BOUNCED'
                """).param("id", story.activity).query(Long.class).single())
                .isOne();
    }

    private Mail writtenTo(UUID other) {
        announcer.tell(story.contact(other), story.confirmed(other));
        eventually(() -> assertThat(outbound.of(other)).containsExactly("CONFIRMATION SENT"));
        return mailsTo(Story.address(other)).getFirst();
    }

    private Dsn with(String to) {
        return new Dsn("hostile", to, "x@example.org", "<x@example.org>");
    }

    private String huge() {
        return dsn.postfix("failed", "5.1.1", "x".repeat(1 << 20));
    }

    private String nested() {
        StringBuilder nested = new StringBuilder("To: " + mail.from() + "\r\nSubject: hostile\r\n");
        for (int depth = 0; depth < 100; depth++) {
            nested.append(
                    "Content-Type: multipart/report; report-type=delivery-status; boundary=b%1$d\r\n\r\n--b%1$d\r\n"
                            .formatted(depth));
        }
        return nested + "Content-Type: message/delivery-status\r\n\r\nA: b\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n";
    }

    @Test
    void aMailboxThatIsAwayIsWaitedFor() throws IOException {
        int free = freePort();
        MailboxSettings settings = new MailboxSettings(
                "127.0.0.1",
                free,
                "late@example.org",
                "of-tests",
                MailboxSettings.Tls.NONE,
                "INBOX",
                "",
                Duration.ofMillis(50));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        BounceMetrics metrics = new BounceMetrics(meters, settings);
        BounceReading reading = new BounceReading(settings, new BounceMailbox(settings, bounces, metrics), metrics);
        GreenMail late = new GreenMail(new ServerSetup(free, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        reading.start();
        try {
            eventually(() -> assertThat(reached(meters)).isZero());

            late.start();
            Postbox box = new Postbox(late, late.setUser("late@example.org", "late@example.org", "of-tests"));
            box.receive(dsn.hard(Dsn.Shape.EXCHANGE));

            eventually(() -> assertThat(outbound.of(somebody)).containsExactly("CONFIRMATION BOUNCED"));
            eventually(() -> assertThat(reached(meters)).isOne());
            eventually(() -> assertThat(box.unseen()).isZero());
            assertThat(box.left()).as("without another folder it stays").containsExactly(subject);
        } finally {
            reading.stop();
            late.stop();
        }
    }

    private static double reached(SimpleMeterRegistry meters) {
        return meters.get("atrium.bounces.mailbox.reached").gauge().value();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

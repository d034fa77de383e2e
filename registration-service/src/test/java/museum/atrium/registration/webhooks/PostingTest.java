package museum.atrium.registration.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import museum.atrium.http.destination.Destinations;
import museum.atrium.links.LinkKeys;
import museum.atrium.registration.Api;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One attempt at a receiver that may be anything. */
class PostingTest {

    private static final Sealing SEALING =
            new Sealing(LinkKeys.parse("manage", Api.MANAGE_KEY).alsoFor("webhooks"));

    private final Receiver receiver = Receiver.start();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        receiver.close();
    }

    @Test
    void aReceiverThatSaysNothingIsLeft() throws Exception {
        receiver.answers(exchange -> end.await());

        assertThat(post(true, receiver.url(), InetAddress::getAllByName))
                .isEqualTo(new Outcome.Unanswered("no answer in time"));
    }

    /** Each byte comes in time, and the answer never ends. */
    @Test
    void aReceiverThatDripsItsAnswerIsLeftToo() throws Exception {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));

            assertThat(post(true, URI.create("http://127.0.0.1:" + dripping.getLocalPort()), InetAddress::getAllByName))
                    .isEqualTo(new Outcome.Unanswered("no answer in time"));
        }
    }

    private void drip(ServerSocket server) {
        try (Socket connection = server.accept()) {
            OutputStream answer = connection.getOutputStream();
            answer.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes());
            while (!end.await(100, TimeUnit.MILLISECONDS)) {
                answer.write('x');
                answer.flush();
            }
        } catch (IOException | InterruptedException left) {
            // as it should be
        }
    }

    @Test
    void theBodyOfAnAnswerIsNotWaitedFor() throws Exception {
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('x');
            body.flush();
            end.await();
        });

        assertThat(post(true, receiver.url(), InetAddress::getAllByName)).isEqualTo(new Outcome.Answered(200, null));
    }

    @Test
    void anAddressInsideIsNotConnectedTo() throws Exception {
        assertThat(post(false, receiver.url(), InetAddress::getAllByName))
                .isEqualTo(new Outcome.Unanswered("the host has no public address"));
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aNameThatChangesItsAddressAfterItWasCheckedLeadsNowhere() throws Exception {
        Queue<InetAddress> answers = new ConcurrentLinkedQueue<>(
                List.of(InetAddress.ofLiteral("203.0.113.9"), InetAddress.getLoopbackAddress()));
        Destinations.Names rebinding = host -> new InetAddress[] {answers.remove()};
        URI url = URI.create("http://rebinding.example.org:" + receiver.url().getPort() + "/hooks");
        assertThat(new Destinations(false, rebinding).resolve("rebinding.example.org"))
                .isNotEmpty();

        assertThat(post(false, url, rebinding)).isEqualTo(new Outcome.Unanswered("the host has no public address"));
        assertThat(receiver.received()).isEmpty();
        assertThat(answers).as("nobody looked the name up again").isEmpty();
    }

    @Test
    void whatCannotBeSignedAnyMoreIsNotSent() throws Exception {
        Sealing other = new Sealing(LinkKeys.parse("manage", Api.JOIN_KEY).alsoFor("webhooks"));
        UUID webhook = UUID.randomUUID();
        Claimed claimed = claimed(receiver.url(), webhook, other.seal("secret".getBytes(), webhook));

        assertThat(post(true, claimed, InetAddress::getAllByName))
                .isEqualTo(new Outcome.Unanswered("the secret cannot be read any more; make a new one"));
        assertThat(receiver.received()).isEmpty();
    }

    private Outcome post(boolean allowPrivateNetworks, URI url, Destinations.Names names) throws Exception {
        UUID webhook = UUID.randomUUID();
        return post(allowPrivateNetworks, claimed(url, webhook, SEALING.seal("secret".getBytes(), webhook)), names);
    }

    private static Outcome post(boolean allowPrivateNetworks, Claimed claimed, Destinations.Names names)
            throws Exception {
        WebhookSettings settings = settings(allowPrivateNetworks);
        Posting posting = new Posting(
                new Signing(SEALING), new Destinations(allowPrivateNetworks, names), settings, Clock.systemUTC());
        try {
            return posting.post(claimed);
        } finally {
            posting.destroy();
        }
    }

    private static Claimed claimed(URI url, UUID webhook, byte[] sealed) {
        return new Claimed(1, UUID.randomUUID(), webhook, url, UUID.randomUUID(), "{}", 1, List.of(sealed));
    }

    private static WebhookSettings settings(boolean allowPrivateNetworks) {
        return new WebhookSettings(allowPrivateNetworks, Duration.ofDays(30), Duration.ofMillis(700));
    }
}

package museum.atrium.notification.delivery;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** One connection's work: claims, sends, and stands back while the mail server is away. Steps of one thread. */
final class Sender {

    private static final int SPREAD = 4;

    private final Queue queue;
    private final Sending sending;
    private final Connection connection;
    private final DeliverySettings settings;
    private final Supplier<Collection<Lane>> lanes;
    private final BackOff backOff;
    private volatile boolean stopping;
    private int batch;
    private boolean claimedAllItCould;
    private long lastSent = System.nanoTime();

    Sender(
            Queue queue,
            Sending sending,
            Connection connection,
            DeliverySettings settings,
            Supplier<Collection<Lane>> lanes) {
        this.queue = queue;
        this.sending = sending;
        this.connection = connection;
        this.settings = settings;
        this.lanes = lanes;
        this.backOff = new BackOff(settings.longestBackOff());
        this.batch = settings.batch();
    }

    /** @return how long to rest; zero when there may be more */
    Duration work(Duration poll) throws InterruptedException {
        claimedAllItCould = false;
        if (backOff.left().isPositive()) {
            return backOff.left();
        }
        if (backOff.isOn() && !reconnected()) {
            return backOff.left();
        }
        // Senders that were called together would otherwise claim together for ever, and wait for each other at the
        // processor each time.
        int most = batch - ThreadLocalRandom.current().nextInt(batch / SPREAD + 1);
        Optional<Claim> claim = queue.claim(lanes.get(), most);
        claimedAllItCould =
                claim.filter(full -> full.deliveries().size() == most).isPresent();
        if (claim.isEmpty()) {
            closeIdleConnection();
            return poll;
        }
        return work(claim.get());
    }

    private Duration work(Claim claim) throws InterruptedException {
        try {
            if (!reconnected()) {
                sending.giveBack(claim);
                return backOff.left();
            }
            send(claim);
            return Duration.ZERO;
        } catch (InterruptedException | RuntimeException | Error unforeseen) {
            queue.letGo(claim);
            throw unforeseen;
        }
    }

    /** Whether there is probably more than this sender's last claim. */
    boolean hasClaimedAllItCould() {
        return claimedAllItCould;
    }

    private void send(Claim claim) throws InterruptedException {
        Sending.Result result =
                sending.send(claim, connection, () -> stopping || lanes.get().isEmpty());
        lastSent = System.nanoTime();
        if (result.serverReached()) {
            backOff.end();
        } else {
            backOff.more();
        }
        // As many as fit into one turn.
        batch = result.givenBack() > 0 ? Math.max(1, result.sent()) : Math.min(settings.batch(), 2 * batch);
    }

    private boolean reconnected() {
        try {
            connection.open();
            return true;
        } catch (MessagingException said) {
            backOff.more();
            return false;
        }
    }

    private void closeIdleConnection() {
        if (connection.isOpen()
                && System.nanoTime() - lastSent > settings.idle().toNanos()) {
            connection.close();
        }
    }

    void stop() {
        stopping = true;
    }

    void close() {
        connection.close();
    }
}

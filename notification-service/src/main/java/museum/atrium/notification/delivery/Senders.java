package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import museum.atrium.notification.background.Background;
import museum.atrium.notification.background.Wake;
import museum.atrium.notification.planning.Planned;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The senders of this instance. The first of them sends nothing but transactional mails, so that one is always free. */
@Component
class Senders implements SmartLifecycle {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LOOK_UNCALLED = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Queue queue;
    private final Sending sending;
    private final MailServer server;
    private final DeliverySettings settings;
    private final Gate gate;
    private final Wake wake = new Wake();
    private final List<Sender> senders = new ArrayList<>();
    private final List<Background> threads = new ArrayList<>();

    Senders(Queue queue, Sending sending, MailServer server, DeliverySettings settings, Gate gate) {
        this.queue = queue;
        this.sending = sending;
        this.server = server;
        this.settings = settings;
        this.gate = gate;
    }

    @TransactionalEventListener
    public void on(Planned planned) {
        wake.call();
    }

    @Override
    public synchronized void start() {
        for (int number = 0; number < settings.connections(); number++) {
            Sender sender = new Sender(
                    queue, sending, new Connection(server), settings, number == 0 ? gate::transactional : gate::open);
            // It is enough when two look often: a full claim calls the others.
            Duration poll = number < 2 ? POLL : LOOK_UNCALLED;
            senders.add(sender);
            threads.add(Background.start("mail sender " + number, wake, () -> work(sender, poll)));
        }
    }

    private Duration work(Sender sender, Duration poll) throws InterruptedException {
        Duration rest = sender.work(poll);
        if (sender.hasClaimedAllItCould()) {
            wake.call();
        }
        return rest;
    }

    @Override
    public synchronized void stop() {
        senders.forEach(Sender::stop);
        threads.forEach(Background::stop);
        threads.forEach(thread -> thread.awaitEnd(PATIENCE));
        senders.forEach(Sender::close);
        senders.clear();
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}

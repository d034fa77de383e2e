package museum.atrium.notification.background;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** Threads that begin and end with the service. */
public abstract class Backgrounds implements SmartLifecycle {

    private final Duration patience;
    private final List<Background> threads = new ArrayList<>();

    /** @param patience with each of them, when it is to end; then it is interrupted */
    protected Backgrounds(Duration patience) {
        this.patience = patience;
    }

    /** Where they are begun, by {@link #repeat}. */
    protected abstract void begin();

    protected final void repeat(String name, Wake wake, Background.Step step) {
        threads.add(Background.start(name, wake, step));
    }

    @Override
    public synchronized void start() {
        begin();
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Background::stop);
        threads.forEach(thread -> thread.awaitEnd(patience));
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}

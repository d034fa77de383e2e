package museum.atrium.localstack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import museum.atrium.localstack.parts.Broker;
import museum.atrium.localstack.parts.MailInbox;
import museum.atrium.localstack.parts.Postgres;
import museum.atrium.localstack.supervision.Launcher;
import museum.atrium.localstack.supervision.Part;
import museum.atrium.localstack.supervision.PartState;
import museum.atrium.localstack.supervision.SupervisedPart;

/** The parts of one stack, and the order in which they stop: who uses a part stops before it. */
final class Parts {

    private static final List<String> LAST = List.of(MailInbox.NAME, Broker.NAME, Postgres.NAME);

    private final Launcher launcher;
    private final Progress progress;
    private final Map<String, SupervisedPart> started = new LinkedHashMap<>();
    private boolean stopped;

    Parts(Launcher launcher, Progress progress) {
        this.launcher = launcher;
        this.progress = progress;
    }

    Progress progress() {
        return progress;
    }

    SupervisedPart start(Part part) {
        var supervised = new SupervisedPart(part, launcher, progress);
        synchronized (this) {
            if (stopped) {
                throw new StackFailure("The stack was stopped while it started.");
            }
            started.put(part.name(), supervised);
            supervised.start();
        }
        return supervised;
    }

    synchronized Optional<SupervisedPart> find(String name) {
        return Optional.ofNullable(started.get(name));
    }

    synchronized List<String> names() {
        return List.copyOf(started.keySet());
    }

    /** Also of one whose turn to be started has not come yet. */
    PartState stateOf(String name) {
        return find(name).map(SupervisedPart::state).orElse(PartState.STARTING);
    }

    void stop() {
        var first = new ArrayList<SupervisedPart>();
        synchronized (this) {
            stopped = true;
            first.addAll(started.values());
        }
        first.removeIf(part -> LAST.contains(part.name()));
        stopTogether(first);
        LAST.forEach(name -> find(name).ifPresent(part -> stopTogether(List.of(part))));
    }

    private void stopTogether(List<SupervisedPart> parts) {
        var stopping =
                parts.stream().map(part -> Thread.ofVirtual().start(part::stop)).toList();
        try {
            for (Thread thread : stopping) {
                thread.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        parts.forEach(part -> progress.say(part.name() + " has stopped"));
    }
}

package museum.atrium.notification.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.outbox.ReceivedEvent;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Several instances of the service: one in the test's process, which stays, and others that are killed. */
public abstract class WithInstances extends WithScriptedServer {

    protected final Story story = new Story();

    @Autowired
    Environment environment;

    private final List<Instance> instances = new ArrayList<>();

    @AfterEach
    void endInstances() {
        instances.forEach(Instance::kill);
    }

    protected Instance anInstance() {
        return instances(1).getFirst();
    }

    protected Instance anInstanceWithTheLeaseOfProduction() {
        return started(Instance.start(environment, Set.of("atrium.delivery.lease")))
                .awaitWork();
    }

    protected List<Instance> instances(int many) {
        List<Instance> started = IntStream.range(0, many)
                .mapToObj(number -> started(Instance.start(environment, Set.of())))
                .toList();
        started.forEach(Instance::awaitWork);
        return started;
    }

    private Instance started(Instance instance) {
        instances.add(instance);
        return instance;
    }

    protected List<UUID> people(int many) {
        return IntStream.range(0, many).mapToObj(number -> story.somebody()).toList();
    }

    /** Each of them is owed a confirmation now. */
    protected void confirm(List<UUID> people) {
        announcer.tell(story.published());
        List<ReceivedEvent> events = people.stream()
                .flatMap(one -> Stream.of(story.contact(one), story.confirmed(one)))
                .toList();
        try {
            announcer.tellAtOnce(events);
        } catch (Exception e) {
            throw new AssertionError("Not everything was told", e);
        }
    }
}

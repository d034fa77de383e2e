package museum.atrium.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes the ends of all topics when it first sees the broker, and opens once the group has committed up to them. It closes
 * again, with new ends, when the broker was out of sight for longer than a consumer's session or the database was away.
 */
final class CaughtUpGate implements CaughtUp {

    private static final Logger log = LoggerFactory.getLogger(CaughtUpGate.class);
    private static final Duration OUT_OF_SIGHT = Duration.ofSeconds(10);

    private final Set<String> topics;
    private final String group;
    private final LongSupplier nanoTime;

    /** Null until the ends are known. */
    private @Nullable Map<TopicPartition, Long> goals;

    private long lastLook;
    private boolean everOpened;
    private long outages;

    CaughtUpGate(Collection<String> topics, String group, LongSupplier nanoTime) {
        this.topics = Set.copyOf(topics);
        this.group = group;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized boolean isCaughtUp() {
        return topics.isEmpty() || (goals != null && goals.isEmpty() && isInSight());
    }

    private boolean isInSight() {
        return nanoTime.getAsLong() - lastLook < OUT_OF_SIGHT.toNanos();
    }

    /** Events were left waiting for another reason than the broker: new ends are noted at the next look. */
    synchronized void outage() {
        goals = null;
        outages++;
    }

    /** Compares the group's offsets with the goals. To be called every second or so, by one thread. */
    void look(Admin admin) throws InterruptedException, ExecutionException {
        if (topics.isEmpty()) {
            return;
        }
        long outagesBefore;
        Map<TopicPartition, Long> ahead;
        synchronized (this) {
            outagesBefore = outages;
            ahead = goals == null || !isInSight() ? null : Map.copyOf(goals);
        }
        // Asked even when nothing is ahead: that the broker answers is what keeps the gate open.
        Map<TopicPartition, Long> reached = committed(admin);
        if (ahead == null) {
            ahead = ends(admin);
        }
        Map<TopicPartition, Long> left = ahead.entrySet().stream()
                .filter(goal -> reached.getOrDefault(goal.getKey(), 0L) < goal.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        note(left, outagesBefore);
    }

    private synchronized void note(Map<TopicPartition, Long> left, long outagesBefore) {
        lastLook = nanoTime.getAsLong();
        if (outages != outagesBefore) {
            return;
        }
        if (left.isEmpty() && (goals == null ? !everOpened : !goals.isEmpty())) {
            log.info("The ends of {} are reached", topics);
        } else if (goals == null && !left.isEmpty()) {
            log.info("Catching up with {} partitions of {}", left.size(), topics);
        }
        everOpened |= left.isEmpty();
        goals = left;
    }

    private Map<TopicPartition, Long> committed(Admin admin) throws InterruptedException, ExecutionException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            offsets.put(partition, offset.offset());
                        }
                    });
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof GroupIdNotFoundException)) {
                throw failed;
            }
        }
        return offsets;
    }

    /** Of the partitions that hold anything: nobody commits an offset in an empty one. A topic may not exist yet. */
    private Map<TopicPartition, Long> ends(Admin admin) throws InterruptedException, ExecutionException {
        Set<String> existing = admin.listTopics().names().get();
        List<TopicPartition> partitions = admin
                .describeTopics(topics.stream().filter(existing::contains).toList())
                .allTopicNames()
                .get()
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, Long> first = offsets(admin, partitions, OffsetSpec.earliest());
        return offsets(admin, partitions, OffsetSpec.latest()).entrySet().stream()
                .filter(end -> first.getOrDefault(end.getKey(), 0L) < end.getValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException {
        return admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}

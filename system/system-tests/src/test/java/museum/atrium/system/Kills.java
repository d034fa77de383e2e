package museum.atrium.system;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import museum.atrium.system.stack.Service;
import museum.atrium.system.stack.Stack.Processes;
import org.jspecify.annotations.Nullable;

/** Kills one service after the other, in an order and after pauses that a printed seed decides. */
final class Kills implements AutoCloseable {

    private static final int SHORTEST_PAUSE = 500;
    private static final int LONGEST_PAUSE = 4_000;

    private final CountDownLatch enough = new CountDownLatch(1);
    private final Map<Service, Integer> counted = Collections.synchronizedMap(new TreeMap<>());
    private @Nullable Thread killer;

    void begin(Processes processes) {
        long seed = Long.getLong("atrium.seed", System.nanoTime());
        System.out.printf("services are killed by -Datrium.seed=%d%n", seed);
        killer = Thread.ofVirtual().name("killer").start(() -> killUntilEnough(processes, new Random(seed)));
    }

    private void killUntilEnough(Processes processes, Random random) {
        List<Service> order = Arrays.asList(Service.values());
        try {
            while (true) {
                Collections.shuffle(order, random);
                for (Service service : order) {
                    if (enough.await(random.nextInt(SHORTEST_PAUSE, LONGEST_PAUSE), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    processes.killAndAwaitReturn(service);
                    counted.merge(service, 1, Integer::sum);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Map<Service, Integer> counted() {
        return Map.copyOf(counted);
    }

    /** Returns when everything that was killed runs again. */
    @Override
    public void close() {
        enough.countDown();
        if (killer != null) {
            try {
                killer.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

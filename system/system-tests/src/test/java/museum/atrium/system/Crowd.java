package museum.atrium.system;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Many people who do the same at once. */
final class Crowd {

    private Crowd() {}

    /** What each got, in the order of the people; so many at a time and no more. */
    static <P, R> List<R> each(List<P> people, int atATime, Function<P, R> does) {
        Semaphore doors = new Semaphore(atATime);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> running = new ArrayList<>();
            for (P person : people) {
                running.add(threads.submit(() -> {
                    doors.acquire();
                    try {
                        return does.apply(person);
                    } finally {
                        doors.release();
                    }
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> result : running) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError("one of the crowd failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}

package museum.atrium.recording.processing;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The bounded number of jobs that this instance has in hand. */
@Component
class Workers implements SmartLifecycle {

    private static final long GOODBYE_MILLIS = 8_000;

    private final Jobs jobs;
    private final Working working;
    private final boolean able;
    private final Semaphore free;
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    Workers(Jobs jobs, Working working, FindingTools finding, ProcessingSettings settings) {
        this.jobs = jobs;
        this.working = working;
        this.able = finding.tools().isPresent();
        this.free = new Semaphore(settings.atOnce());
    }

    @Scheduled(fixedDelayString = "${atrium.processing.look-every}")
    void takeUp() {
        while (able && running && free.tryAcquire()) {
            boolean taken = false;
            try {
                Optional<Job> job = jobs.claim();
                job.ifPresent(this::start);
                taken = job.isPresent();
            } finally {
                if (!taken) {
                    free.release();
                }
            }
            if (!taken) {
                return;
            }
        }
    }

    private void start(Job job) {
        Thread thread = Thread.ofPlatform()
                .name("processing " + job.recording())
                .unstarted(() -> {
                    try {
                        working.work(job);
                    } finally {
                        busy.remove(Thread.currentThread());
                        free.release();
                    }
                });
        busy.add(thread);
        thread.start();
    }

    @Override
    public void start() {
        running = true;
    }

    /** What is not finished goes back at once; another instance, or this one after its next start, goes on with it. */
    @Override
    public void stop() {
        running = false;
        busy.forEach(Thread::interrupt);
        for (Thread thread : busy) {
            try {
                thread.join(GOODBYE_MILLIS);
            } catch (InterruptedException inAHurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

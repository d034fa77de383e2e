package museum.atrium.outbox;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.springframework.core.NestedExceptionUtils;

/** Says once that something fails and what follows from it, and once that it works again, however often it is tried. */
final class OutageLog {

    private final Logger log;
    private final AtomicBoolean failing = new AtomicBoolean();

    OutageLog(Logger log) {
        this.log = log;
    }

    /** @param consequence a whole sentence: what cannot be done, and what happens with it */
    void failing(String consequence, Throwable cause) {
        if (failing.compareAndSet(false, true)) {
            log.warn("{} ({})", consequence, rootMessage(cause));
        } else {
            log.debug("{}", consequence, cause);
        }
    }

    void working(String relief) {
        if (failing.compareAndSet(true, false)) {
            log.info("{}", relief);
        }
    }

    boolean isFailing() {
        return failing.get();
    }

    private static String rootMessage(Throwable cause) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}

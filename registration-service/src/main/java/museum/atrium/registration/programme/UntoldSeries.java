package museum.atrium.registration.programme;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of the series that a migration of the database has written, which can tell nobody itself. */
@Component
class UntoldSeries {

    private final WritingSeries writing;

    UntoldSeries(WritingSeries writing) {
        this.writing = writing;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        writing.tellUntold();
    }
}

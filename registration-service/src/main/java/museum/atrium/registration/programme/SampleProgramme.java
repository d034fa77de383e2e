package museum.atrium.registration.programme;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wants the sample programme there when the service has started. */
@Component
@ConditionalOnBooleanProperty("atrium.sample-programme")
class SampleProgramme {

    private final LoadingSamples loading;

    SampleProgramme(LoadingSamples loading) {
        this.loading = loading;
    }

    @EventListener(ApplicationStartedEvent.class)
    void load() {
        loading.loadOnce();
    }
}

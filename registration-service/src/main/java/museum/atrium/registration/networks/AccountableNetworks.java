package museum.atrium.registration.networks;

import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where every change of a network passes, in its transaction: it is noted, and others hear of it. */
@Component
class AccountableNetworks {

    private final Audit audit;
    private final ApplicationEventPublisher events;

    AccountableNetworks(Audit audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    /** @param before null: it is new */
    @Transactional(propagation = Propagation.MANDATORY)
    public void made(String action, @Nullable Network before, Network after, NetworkEvent event) {
        audit.changed(action, target(after), before == null ? null : before.profile(), after.profile());
        events.publishEvent(event);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void deleted(Network network) {
        audit.ended("network.deleted", target(network), network.profile());
        events.publishEvent(new NetworkEvent.NetworkDeleted(network.id()));
    }

    private static Target target(Network network) {
        return Target.network(network.id(), network.profile().slug());
    }
}

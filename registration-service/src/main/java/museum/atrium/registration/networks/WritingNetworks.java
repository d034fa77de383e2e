package museum.atrium.registration.networks;

import java.time.Clock;
import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Ids;
import museum.atrium.registration.networks.NetworkEvent.NetworkCreated;
import museum.atrium.registration.networks.NetworkEvent.NetworkUpdated;
import museum.atrium.registration.programme.Patching;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Making, editing and deleting networks; others hear of them as of activities. */
@Component
class WritingNetworks {

    private final Networks networks;
    private final Patching patching;
    private final Ids ids;
    private final Clock clock;
    private final AccountableNetworks changes;

    WritingNetworks(Networks networks, Patching patching, Ids ids, Clock clock, AccountableNetworks changes) {
        this.networks = networks;
        this.patching = patching;
        this.ids = ids;
        this.clock = clock;
        this.changes = changes;
    }

    @Transactional
    public Network create(NetworkDraft draft) {
        Network network = new Network(ids.next(), 1, NetworkRules.check(draft));
        if (!networks.insert(network, clock.instant())) {
            throw Refusal.conflict(
                    "slug-taken",
                    "There is a network '" + network.profile().slug() + "' already; choose another slug.");
        }
        changes.made("network.created", null, network, new NetworkCreated(network));
        return network;
    }

    @Transactional
    public Network edit(String slug, JsonNode patch) {
        Network stored = networks.lock(slug);
        ObjectNode wanted = patching.object(patch);
        if (wanted.has("slug") && !wanted.get("slug").asString("").equals(slug)) {
            throw Refusal.invalid(new FieldError(
                    "slug", "of a network cannot change: mails link to the page that has it in its address"));
        }
        NetworkDraft draft = patching.edited(NetworkDraft.of(stored.profile()), wanted, NetworkDraft.class);
        Network edited = new Network(stored.id(), stored.revision() + 1, NetworkRules.check(draft));
        networks.update(edited);
        changes.made("network.edited", stored, edited, new NetworkUpdated(edited));
        return edited;
    }

    /** @throws Refusal 409 while anything is held in its name */
    @Transactional
    public void delete(String slug) {
        Network stored = networks.lock(slug);
        List<String> held = networks.heldInItsName(stored.id());
        if (!held.isEmpty()) {
            throw Refusal.conflict(
                    "network-in-use",
                    "The network '" + slug + "' has activities or series: " + String.join(", ", held)
                            + ". It can be deleted when none of them names it any more.");
        }
        networks.delete(stored.id());
        changes.deleted(stored);
    }
}

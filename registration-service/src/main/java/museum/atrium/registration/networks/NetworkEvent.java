package museum.atrium.registration.networks;

import java.util.UUID;

/** What happened to a network; told inside the transaction that changed it, which holds the network's lock. */
public sealed interface NetworkEvent {

    record NetworkCreated(Network network) implements NetworkEvent {}

    record NetworkUpdated(Network network) implements NetworkEvent {}

    /** Nothing was held in its name any more. */
    record NetworkDeleted(UUID network) implements NetworkEvent {}
}

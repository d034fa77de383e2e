package museum.atrium.notification.audience;

import java.util.Optional;
import java.util.UUID;
import museum.atrium.notification.planning.Planning;
import org.springframework.stereotype.Component;

/**
 * Brings registration, contact and activity together, in whatever order they come. Locks are taken activity first,
 * then registration; whoever comes last sees the others and plans.
 */
@Component
class Joining {

    private final Activities activities;
    private final Registrations registrations;
    private final Contacts contacts;
    private final Tracks tracks;
    private final Planning planning;

    Joining(Activities activities, Registrations registrations, Contacts contacts, Tracks tracks, Planning planning) {
        this.activities = activities;
        this.registrations = registrations;
        this.contacts = contacts;
        this.tracks = tracks;
        this.planning = planning;
    }

    void take(RegistrationState registration) {
        activities.holdShared(registration.activity());
        registrations.hold(registration.id());
        registrations.save(registration);
        planning.planFor(registration.id());
    }

    void take(ContactState contact) {
        Optional<UUID> activity = registrations.activityOf(contact.registration());
        activity.ifPresent(activities::holdShared);
        registrations.hold(contact.registration());
        if (activity.isEmpty()) {
            // The registration may have come in between. This order of locks can meet the other one head on: the
            // database then undoes one of the two, and its event is taken again.
            registrations.activityOf(contact.registration()).ifPresent(activities::holdShared);
        }
        contacts.save(contact);
        planning.planFor(contact.registration());
    }

    /** The registration is gone, and so is what it was owed. */
    void forget(UUID registration) {
        // A message to the audience that is just being taken in either sees that it is gone, or is seen here.
        registrations.activityOf(registration).ifPresent(activities::holdShared);
        registrations.hold(registration);
        int known = registrations.activityOf(registration).isPresent() ? 1 : 0;
        registrations.delete(registration);
        tracks.count(registration, "registrations", known);
        tracks.erase(registration);
        planning.drop(registration, "the registration was erased");
    }

    void erase(UUID registration) {
        registrations.hold(registration);
        tracks.count(registration, "contacts", contacts.erase(registration));
        tracks.count(registration, "reach", contacts.eraseReach(registration));
        registrations.deleteEmpty(registration);
        planning.drop(registration, "no address is known");
    }
}

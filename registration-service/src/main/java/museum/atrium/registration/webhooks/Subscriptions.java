package museum.atrium.registration.webhooks;

import java.util.Set;

/**
 * What any webhook wants to be told.
 *
 * @param everything whether one of them wants all
 */
record Subscriptions(boolean everything, Set<String> types) {

    boolean include(EventType type) {
        return everything || types.contains(type.wireName());
    }

    boolean areNone() {
        return !everything && types.isEmpty();
    }
}

package museum.atrium.registration.erasure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What this service has just deleted.
 *
 * @param addresses of every registration and invitation, by its id, the address as it is compared
 * @param deleted how many rows, by kind
 */
public record Erased(Map<UUID, String> addresses, Map<String, Integer> deleted) {

    public static final Erased NOTHING = new Erased(Map.of(), Map.of());

    public Erased {
        addresses = Map.copyOf(addresses);
        deleted = Map.copyOf(deleted);
    }

    public Erased and(Erased other) {
        Map<UUID, String> all = new LinkedHashMap<>(addresses);
        all.putAll(other.addresses);
        return new Erased(all, sum(deleted, other.deleted));
    }

    static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> sum = new TreeMap<>(one);
        other.forEach((kind, number) -> sum.merge(kind, number, Integer::sum));
        return sum;
    }

    /** Never an address: this may end in a log. */
    @Override
    public String toString() {
        return "Erased" + deleted;
    }
}

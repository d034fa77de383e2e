package museum.atrium.notification.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one person was told; what is told now is added, and saved before the mail is sent. */
final class Memory {

    private final UUID registration;
    private final Map<UUID, Told> told = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();
    private final List<AlsoTold> alsoTold = new ArrayList<>();
    private final List<AlsoTold> alsoToldNow = new ArrayList<>();
    private @Nullable Overview overview;
    private boolean overviewChanged;

    Memory(UUID registration, List<Told> told, List<AlsoTold> alsoTold, @Nullable Overview overview) {
        this.alsoTold.addAll(alsoTold);
        this.registration = registration;
        told.forEach(one -> this.told.put(one.session(), one));
        this.overview = overview;
    }

    UUID registration() {
        return registration;
    }

    Optional<Told> of(UUID session) {
        return Optional.ofNullable(told.get(session));
    }

    /** Whether another mail has told this revision or a later one in full. */
    boolean otherToldAll(Delivery delivery) {
        return overview != null && overview.revision() >= delivery.revision() && overview.by() != delivery.id();
    }

    /** How far another mail is that tells all that this one would; the furthest of several. */
    Optional<AlsoTold.Progress> otherTelling(Delivery delivery) {
        return alsoTold.stream()
                .filter(other -> other.covers(delivery))
                .map(AlsoTold::progress)
                .max(Comparator.naturalOrder());
    }

    void tellAlso(AlsoTold now) {
        boolean changes = alsoTold.removeIf(before -> before.by() == now.by());
        if (changes || !now.also().isEmpty()) {
            alsoTold.add(now);
            alsoToldNow.add(now);
        }
    }

    List<AlsoTold> alsoToldNow() {
        return alsoToldNow;
    }

    void tell(Told now) {
        if (!now.equals(told.put(now.session(), now))) {
            changed.add(now.session());
        }
    }

    void tellAll(Overview now) {
        if (!now.equals(overview)) {
            overview = now;
            overviewChanged = true;
        }
    }

    List<Told> changes() {
        return changed.stream().map(told::get).toList();
    }

    Optional<Overview> overviewChange() {
        return overviewChanged ? Optional.ofNullable(overview) : Optional.empty();
    }
}

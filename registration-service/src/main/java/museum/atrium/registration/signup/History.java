package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a registration.
 *
 * @param revision rises with every change
 * @param repeatedAt when the person was last told what they had been told before; null: never
 * @param occasions what happened, with the revision at which it last did
 */
public record History(
        long revision,
        Instant registeredAt,
        @Nullable Instant repeatedAt,
        Map<Occasion, Long> occasions,
        Set<SessionId> attended) {

    static History beginning(Instant now) {
        return new History(0, now, null, Map.of(), Set.of());
    }

    /** Signed up anew, after all that happened before. */
    History again(Instant now) {
        return new History(revision, now, repeatedAt, occasions, attended);
    }

    History next() {
        return new History(revision + 1, registeredAt, repeatedAt, occasions, attended);
    }

    History noting(Occasion occasion) {
        return new History(revision + 1, registeredAt, repeatedAt, noted(occasion), attended);
    }

    History repeating(Occasion occasion, Instant now) {
        return new History(revision + 1, registeredAt, now, noted(occasion), attended);
    }

    /** At another address nobody was told anything yet. */
    History moving() {
        return new History(revision + 1, registeredAt, null, noted(Occasion.ADDRESS_CHANGED), attended);
    }

    History attending(SessionId session) {
        Set<SessionId> all = new HashSet<>(attended);
        all.add(session);
        return new History(revision + 1, registeredAt, repeatedAt, occasions, Set.copyOf(all));
    }

    History missing(SessionId session) {
        Set<SessionId> others = new HashSet<>(attended);
        others.remove(session);
        return new History(revision + 1, registeredAt, repeatedAt, occasions, Set.copyOf(others));
    }

    /** What happened with this revision; empty where it was no occasion. */
    Optional<Occasion> latest() {
        return occasions.entrySet().stream()
                .filter(entry -> entry.getValue() == revision)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Map<Occasion, Long> noted(Occasion occasion) {
        Map<Occasion, Long> known = new EnumMap<>(Occasion.class);
        known.putAll(occasions);
        known.put(occasion, revision + 1);
        return known;
    }
}

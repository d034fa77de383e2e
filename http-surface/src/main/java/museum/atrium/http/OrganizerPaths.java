package museum.atrium.http;

import java.util.List;

/**
 * The paths that only organisers may call; a service declares one such bean.
 *
 * <p>A service that has one needs an OpenID provider or {@code atrium.organizer-password} and refuses to start without.
 *
 * @param patterns path patterns as in {@code @RequestMapping}, such as {@code /api/organizer/**}
 * @param searches those of them whose POST only reads, because what is looked for belongs in no address
 */
public record OrganizerPaths(List<String> patterns, List<String> searches) {

    public OrganizerPaths {
        patterns = List.copyOf(patterns);
        searches = List.copyOf(searches);
    }

    public OrganizerPaths(List<String> patterns) {
        this(patterns, List.of());
    }

    public static OrganizerPaths of(String... patterns) {
        return new OrganizerPaths(List.of(patterns));
    }
}

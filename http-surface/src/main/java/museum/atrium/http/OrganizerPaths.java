package museum.atrium.http;

import java.util.List;

/**
 * The paths that only organisers may call; a service declares one such bean.
 *
 * <p>A service that has one needs {@code atrium.organizer-password} and refuses to start without.
 *
 * @param patterns path patterns as in {@code @RequestMapping}, such as {@code /api/organizer/**}
 */
public record OrganizerPaths(List<String> patterns) {

    public OrganizerPaths {
        patterns = List.copyOf(patterns);
    }

    public static OrganizerPaths of(String... patterns) {
        return new OrganizerPaths(List.of(patterns));
    }
}

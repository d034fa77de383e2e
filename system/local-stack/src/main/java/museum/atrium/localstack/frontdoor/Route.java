package museum.atrium.localstack.frontdoor;

import java.util.List;
import java.util.Optional;
import museum.atrium.localstack.parts.Service;

/**
 * A path and everything below it, and the service that owns it.
 *
 * @param path begins with a slash and has none at its end
 */
record Route(String path, Service service) {

    /** Whose paths do not overlap, so that their order does not matter. */
    static final List<Route> ALL = List.of(
            new Route("/api/activities", Service.REGISTRATION),
            new Route("/api/series", Service.REGISTRATION),
            new Route("/api/networks", Service.REGISTRATION),
            new Route("/api/registrations", Service.REGISTRATION),
            new Route("/api/certificates", Service.REGISTRATION),
            new Route("/api/speakers", Service.REGISTRATION),
            new Route("/api/organizer", Service.REGISTRATION),
            new Route("/registrations", Service.REGISTRATION),
            new Route("/join", Service.REGISTRATION),
            new Route("/speaking", Service.REGISTRATION),
            new Route("/certificates", Service.REGISTRATION),
            new Route("/networks", Service.REGISTRATION),
            new Route("/programme", Service.REGISTRATION),
            new Route("/reader", Service.REGISTRATION),
            new Route("/sign-in", Service.REGISTRATION),
            new Route("/organizer/deliveries", Service.NOTIFICATION),
            new Route("/organizer/recordings", Service.RECORDING),
            new Route("/organizer/activities", Service.REGISTRATION),
            new Route("/organizer/sessions", Service.REGISTRATION),
            new Route("/organizer/new", Service.REGISTRATION),
            new Route("/organizer/sign-out", Service.REGISTRATION),
            new Route("/pictures", Service.REGISTRATION),
            new Route("/openapi/registration.yaml", Service.REGISTRATION),
            new Route("/api/deliveries", Service.NOTIFICATION),
            new Route("/api/sending", Service.NOTIFICATION),
            new Route("/api/schedule", Service.NOTIFICATION),
            new Route("/api/templates", Service.NOTIFICATION),
            new Route("/api/suppressions", Service.NOTIFICATION),
            new Route("/unsubscribe", Service.NOTIFICATION),
            new Route("/openapi/notification.yaml", Service.NOTIFICATION),
            new Route("/api/recordings", Service.RECORDING),
            new Route("/watch", Service.RECORDING),
            new Route("/media", Service.RECORDING),
            new Route("/feeds", Service.RECORDING),
            new Route("/hooks", Service.RECORDING),
            new Route("/openapi/recording.yaml", Service.RECORDING));

    /** Whoever operates Atrium asks each part on its own port. */
    private static final String FOR_OPERATORS = "/actuator";

    /** No path of ours has one, and servers disagree on what comes behind it. */
    private static final char PARAMETERS = ';';

    /**
     * Who answers for a path, if anybody does.
     *
     * @param path as it was sent
     * @param canonical what it means, decoded and without detours
     */
    static Optional<Service> ownerOf(String path, String canonical) {
        return path.indexOf(PARAMETERS) < 0 ? ownerOf(canonical) : Optional.empty();
    }

    static Optional<Service> ownerOf(String path) {
        if (isAtOrBelow(FOR_OPERATORS, path)) {
            return Optional.empty();
        }
        return Optional.of(ALL.stream()
                .filter(route -> isAtOrBelow(route.path(), path))
                .map(Route::service)
                .findFirst()
                // It knows how to say that there is nothing.
                .orElse(Service.REGISTRATION));
    }

    private static boolean isAtOrBelow(String parent, String path) {
        return path.equals(parent) || path.startsWith(parent + "/");
    }
}

package museum.atrium.notification.history;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.account.OrganizerCall;
import museum.atrium.http.account.OrganizerRights;
import museum.atrium.notification.rights.Home;
import museum.atrium.notification.rights.Homes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose role is limited to networks or series sees the mails of one activity of theirs, or of one registration for it. Everything
 * else is of everybody.
 */
@Component
class DeliveryRights implements OrganizerRights {

    private static final Set<String> OF_ONE_ACTIVITY = Set.of(
            "/api/deliveries",
            "/api/deliveries/statistics",
            "/api/schedule",
            "/organizer/deliveries",
            "/organizer/deliveries/search");

    private final Homes homes;

    DeliveryRights(Homes homes) {
        this.homes = homes;
    }

    @Override
    public void refuseUnlessAllowed(OrganizerAccount account, OrganizerCall call) {
        if (account.mayEverywhere(call.access()) || decidesItself(call)) {
            return;
        }
        boolean ofOne = call.reads() && OF_ONE_ACTIVITY.contains(call.pattern()) || call.isAt("/api/templates");
        boolean ofTheirs = ofOne
                && homeOf(call)
                        .filter(home -> home.isOpenTo(account, call.access()))
                        .isPresent();
        if (!ofTheirs) {
            throw Refusal.forbidden(
                    "Your role is limited: ask for one activity or registration of a network or series that it names, or for a role without limits.");
        }
    }

    /** Which activity is paused stands in a body, which is not read yet. */
    private static boolean decidesItself(OrganizerCall call) {
        return call.isAt("/api/sending");
    }

    private Optional<Home> homeOf(OrganizerCall call) {
        String named = call.request().getParameter("activity");
        UUID activity = id(named);
        // Other lists than that of deliveries take a slug as well.
        String slug = call.pattern().equals("/api/deliveries") || activity != null ? null : named;
        UUID registration = id(call.request().getParameter("registration"));
        if (activity != null) {
            return homes.ofActivity(activity);
        }
        if (slug != null) {
            return homes.activity(slug).flatMap(homes::ofActivity);
        }
        return registration == null ? Optional.empty() : homes.ofRegistration(registration);
    }

    private static @Nullable UUID id(@Nullable String written) {
        try {
            return written == null ? null : UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

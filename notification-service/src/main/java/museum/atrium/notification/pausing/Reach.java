package museum.atrium.notification.pausing;

import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.Access;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.notification.rights.Home;
import museum.atrium.notification.rights.Homes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose mails an account sees and stops: an activity's with its role there, all mails with the role admin. */
@Component
class Reach {

    private final Homes homes;

    Reach(Homes homes) {
        this.homes = homes;
    }

    boolean shows(Pause pause, OrganizerAccount account) {
        return pause.activity() == null || isOpen(homes.ofActivity(pause.activity()), account, Access.READ);
    }

    /**
     * @param slug null: all mails
     * @return the activity, null for all mails
     */
    @Nullable UUID steered(@Nullable String slug, OrganizerAccount account) {
        if (slug == null) {
            if (!account.isAdmin()) {
                throw Refusal.forbidden("For all mails this needs the role admin.");
            }
            return null;
        }
        UUID activity = homes.activity(slug).orElseThrow(Reach::unknown);
        Optional<Home> home = homes.ofActivity(activity);
        if (!isOpen(home, account, Access.READ)) {
            throw unknown();
        }
        if (!isOpen(home, account, Access.WRITE)) {
            throw Refusal.forbidden("Your role lets you look at this, not change it.");
        }
        return activity;
    }

    private static boolean isOpen(Optional<Home> home, OrganizerAccount account, Access access) {
        return home.filter(known -> known.isOpenTo(account, access)).isPresent();
    }

    private static Refusal unknown() {
        return Refusal.notFound(
                "No activity with that slug is known here, or none that your role reaches. What was published this moment is known in some seconds.");
    }
}

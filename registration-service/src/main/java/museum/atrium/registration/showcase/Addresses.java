package museum.atrium.registration.showcase;

import java.net.URI;
import museum.atrium.registration.RegistrationSettings;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.RunningNetwork;
import museum.atrium.registration.programme.Session;
import org.springframework.stereotype.Component;

/** Where everyone finds what of the programme. Absolute: other sites, calendars and readers of feeds keep them. */
@Component
public class Addresses {

    private final RegistrationSettings settings;

    Addresses(RegistrationSettings settings) {
        this.settings = settings;
    }

    /** @param activity may be a series */
    public URI page(Activity activity) {
        return at(activity.isSeries() ? "/programme/series/" + activity.slug() : "/programme/" + activity.slug());
    }

    /** @param slug of a series */
    URI series(String slug) {
        return at("/programme/series/" + slug);
    }

    /** Where on its activity's page a session is. */
    URI session(Activity activity, Session session) {
        return URI.create(page(activity) + "#session-" + session.id());
    }

    URI calendar(Activity activity) {
        return URI.create(page(activity) + "/calendar.ics");
    }

    URI network(RunningNetwork network) {
        return at(network.page());
    }

    URI at(String path) {
        return URI.create(settings.publicUrl() + path);
    }
}

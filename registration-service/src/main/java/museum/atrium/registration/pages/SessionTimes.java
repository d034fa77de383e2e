package museum.atrium.registration.pages;

import java.time.ZoneId;
import java.util.Locale;
import museum.atrium.pages.ZonedTimes;
import museum.atrium.registration.programme.Session;

/** Writes when sessions are. */
public final class SessionTimes extends ZonedTimes {

    public SessionTimes(Locale language, ZoneId zone) {
        super(language, zone);
    }

    public String span(Session session) {
        return span(session.startsAt(), session.endsAt());
    }
}

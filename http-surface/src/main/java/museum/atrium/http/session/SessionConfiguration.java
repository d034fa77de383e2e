package museum.atrium.http.session;

import java.time.Clock;
import museum.atrium.links.LinkKeys;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationManager;

@AutoConfiguration
class SessionConfiguration {

    /** Without keys, or where there is no password, nobody signs in on pages, and everything else works. */
    @Bean
    OrganizerSessions organizerSessions(Environment environment, AuthenticationManager organizers) {
        String keys = environment.getProperty("atrium.links.session", environment.getProperty("LINK_KEYS_SESSION", ""));
        String password =
                environment.getProperty("atrium.organizer-password", environment.getProperty("ORGANIZER_PASSWORD", ""));
        return new OrganizerSessions(
                keys.isBlank() || password.isBlank() ? null : new Tickets(LinkKeys.parse("session", keys)),
                organizers,
                Clock.systemUTC());
    }
}

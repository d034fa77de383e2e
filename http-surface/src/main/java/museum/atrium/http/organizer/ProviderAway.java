package museum.atrium.http.organizer;

import org.springframework.security.core.AuthenticationException;

/** A token cannot be checked at the moment: nobody knows yet whether it is good. */
class ProviderAway extends AuthenticationException {

    ProviderAway(Throwable cause) {
        super("The OpenID provider does not answer", cause);
    }
}

package museum.atrium.http.organizer;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** For a service that has nothing for organisers and was given no password. */
class NobodySignsIn implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication claimed) {
        throw new BadCredentialsException("Nobody signs in here");
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }
}

package museum.atrium.http.organizer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import museum.atrium.http.account.Grant;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.account.Role;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Knows one user; comparing takes as long however much of the password is right. */
class OrganizerSignIn implements AuthenticationProvider {

    private static final String USER = "organizer";
    private static final OrganizerAccount ACCOUNT =
            new OrganizerAccount(USER, USER, Set.of(new Grant(Role.ADMIN, null)));

    private final byte[] expected;

    OrganizerSignIn(String password) {
        this.expected = digest(password);
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        Object password = claimed.getCredentials();
        boolean rightPassword = MessageDigest.isEqual(expected, digest(password == null ? "" : password.toString()));
        boolean rightName = USER.equals(claimed.getName());
        if (!rightPassword || !rightName) {
            throw new BadCredentialsException("Not the organiser's name and password");
        }
        return UsernamePasswordAuthenticationToken.authenticated(ACCOUNT, null, List.of());
    }

    @Override
    public boolean supports(Class<?> claim) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(claim);
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package museum.atrium.http.organizer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import museum.atrium.http.RequiredSettings;
import museum.atrium.http.UnusableSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The OpenID provider whose word counts, and how its tokens say who may do what.
 *
 * @param issuer exactly as its tokens have it
 * @param audience what a token must be meant for
 * @param rolesClaim a claim's name, or a path to it with dots
 */
record OpenIdSettings(String issuer, String audience, String rolesClaim, List<RoleGrant> grants) {

    /**
     * @return null where no provider is configured
     * @throws UnusableSetting for what cannot work
     */
    static @Nullable OpenIdSettings of(Environment environment) {
        String issuer = environment.getProperty("OIDC_ISSUER", "").strip();
        if (issuer.isEmpty()) {
            return null;
        }
        if (!isWebAddress(issuer)) {
            throw new UnusableSetting(
                    "OIDC_ISSUER is not a web address.",
                    "Write it exactly as the provider's tokens have it in 'iss', like https://id.example.org/realms/programme.");
        }
        String audience = RequiredSettings.require(
                        environment,
                        "OIDC_AUDIENCE",
                        "what a token of OIDC_ISSUER must name in 'aud', so that tokens meant for others open nothing here")
                .strip();
        String claim = environment.getProperty("OIDC_ROLES_CLAIM", "").strip();
        return new OpenIdSettings(
                issuer,
                audience,
                claim.isEmpty() ? "roles" : claim,
                RoleGrant.list(environment.getProperty("OIDC_ROLE_GRANTS", "")));
    }

    private static boolean isWebAddress(String issuer) {
        try {
            URI address = new URI(issuer);
            return address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

package museum.atrium.http.organizer;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import museum.atrium.http.account.OrganizerAccount;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Believes the provider's tokens: signed with a key of its own, in force, and meant for us. */
class TokenSignIn implements AuthenticationProvider {

    private final JwtDecoder decoder;
    private final TokenClaims claims;

    TokenSignIn(OpenIdSettings settings, Clock clock) {
        this.decoder = decoder(settings, clock);
        this.claims = new TokenClaims(settings);
    }

    @Override
    public Authentication authenticate(Authentication claimed) {
        String token = ((BearerTokenAuthenticationToken) claimed).getToken();
        OrganizerAccount account = claims.account(genuine(token));
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    @Override
    public boolean supports(Class<?> claim) {
        return BearerTokenAuthenticationToken.class.isAssignableFrom(claim);
    }

    private Jwt genuine(String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException e) {
            throw new InvalidBearerTokenException("The token is not valid here", e);
        } catch (JwtException e) {
            throw new ProviderAway(e);
        }
    }

    private static JwtDecoder decoder(OpenIdSettings settings, Clock clock) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(
                        new ProviderKeys(new Provider(settings.issuer()), clock))
                // All of them asymmetric: with a secret of both sides, whoever can check a token could write one.
                .jwsAlgorithms(algorithms -> algorithms.addAll(EnumSet.allOf(SignatureAlgorithm.class)))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<
                        SecurityContext>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank())));
        return decoder;
    }
}

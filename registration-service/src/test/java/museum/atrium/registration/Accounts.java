package museum.atrium.registration;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import museum.atrium.testing.OpenIdProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Organisers who come with an account of their own, beside the one who has the password. */
@TestConfiguration(proxyBeanMethods = false)
public class Accounts {

    private static final OpenIdProvider PROVIDER = OpenIdProvider.start(Clock.systemUTC());

    @Bean
    DynamicPropertyRegistrar openIdProvider() {
        return settings -> {
            settings.add("OIDC_ISSUER", PROVIDER::issuer);
            settings.add("OIDC_AUDIENCE", () -> OpenIdProvider.AUDIENCE);
        };
    }

    /** The header with which that subject calls. */
    public static String[] bearer(String subject, String... roles) {
        String token = PROVIDER.token(subject, Map.of("roles", List.of(roles), "name", "Account " + subject));
        return new String[] {HttpHeaders.AUTHORIZATION, "Bearer " + token};
    }

    /** By which the service knows that subject. */
    public static String id(String subject) {
        return PROVIDER.issuer() + "#" + subject;
    }
}

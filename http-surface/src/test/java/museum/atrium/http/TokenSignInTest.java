package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import museum.atrium.http.house.HouseApplication;
import museum.atrium.testing.Eventually;
import museum.atrium.testing.OpenIdProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Organisers come with tokens that their provider signed; there is no password here. */
@SpringBootTest(
        classes = HouseApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "OIDC_AUDIENCE=" + OpenIdProvider.AUDIENCE,
            "OIDC_ROLES_CLAIM=realm_access.roles",
            "OIDC_ROLE_GRANTS=email:anna@example.org=admin groups:/Course%20leads=organizer"
        })
class TokenSignInTest {

    private static final OpenIdProvider PROVIDER = OpenIdProvider.start(Clock.systemUTC());
    private static final String DOORS = "/api/organizer/doors";
    private static final String ME = "/api/organizer/me";

    @LocalServerPort
    int port;

    Caller house = new Caller(0);

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("OIDC_ISSUER", PROVIDER::issuer);
    }

    @AfterAll
    static void leave() {
        PROVIDER.close();
    }

    @BeforeEach
    void findTheHouse() {
        house = new Caller(port);
    }

    @Test
    void aTokenSaysWhoItIsAndWhatTheyMayDo() {
        Answer me = house.get(ME, bearer(with(Map.of("name", "Anna Example"), "admin", "offline_access")));

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().path("id").asString()).isEqualTo(PROVIDER.issuer() + "#anna");
        assertThat(me.json().path("name").asString()).isEqualTo("Anna Example");
        assertThat(me.json().path("grants")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("waysToARole")
    void rolesComeFromTheClaimOrFromWhatTheSettingsGrant(Map<String, ?> claims, String granted) {
        Answer me = house.get(ME, bearer(PROVIDER.token("anna", claims)));

        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.json().path("grants").toString()).contains(granted);
    }

    static Stream<Arguments> waysToARole() {
        return Stream.of(
                Arguments.of(Map.of("realm_access", Map.of("roles", "offline_access viewer")), "VIEWER"),
                Arguments.of(Map.of("realm_access.roles", List.of("organizer")), "ORGANIZER"),
                Arguments.of(Map.of("groups", List.of("/Course leads")), "ORGANIZER"),
                Arguments.of(Map.of("email", "Anna@example.org", "email_verified", true), "ADMIN"));
    }

    @Test
    void anAddressThatNobodyProvedGivesNoRole() {
        for (Map<String, ?> claims : List.of(
                Map.of("email", "anna@example.org"), Map.of("email", "anna@example.org", "email_verified", false))) {
            house.get(ME, bearer(PROVIDER.token("anna", claims))).isProblem(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "owner",
                "admin:network/east",
                "organizer:",
                "organizer:network/East",
                "viewer:house/1",
                "ADMIN"
            })
    void whoHasNoRoleOfOursIsToldWhatIsMissing(String role) {
        house.get(DOORS, bearer(with(Map.of(), role))).isProblem(403).saysDetail("it has no role here");
    }

    @Test
    void aViewerReadsAndSearchesAndChangesNothing() {
        String[] viewer = bearer(with(Map.of(), "viewer"));

        assertThat(house.get(DOORS, viewer).status()).isEqualTo(200);
        assertThat(house.call("POST", DOORS + "/search", BodyPublishers.noBody(), viewer)
                        .status())
                .isEqualTo(200);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            house.call(method, DOORS, BodyPublishers.noBody(), viewer).isProblem(403);
        }
        house.get(
                        DOORS,
                        Stream.concat(Stream.of(viewer), Stream.of("X-HTTP-Method-Override", "DELETE"))
                                .toArray(String[]::new))
                .isProblem(403);
    }

    @Test
    void whereNobodyKnowsWhoseThingsAreALimitedRoleOpensNothing() {
        for (String role : List.of("organizer:network/east", "viewer:series/talks")) {
            house.get(DOORS, bearer(with(Map.of(), role))).isProblem(403).saysDetail("no network and no series limits");
        }
        house.call("POST", DOORS, BodyPublishers.noBody(), bearer(with(Map.of(), "viewer", "organizer:network/east")))
                .isProblem(403);
    }

    @ParameterizedTest
    @CsvSource({"admin,404", "organizer,403", "viewer,403"})
    void theInsideOfTheServiceIsForAdmins(String role, int status) {
        house.get("/actuator/env", bearer(with(Map.of(), role))).isProblem(status);
    }

    @Test
    void whatTheProviderDidNotSignForUsOpensNothing() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> good = admin(Map.of());
        Map<String, String> header = Map.of("alg", "RS256", "kid", "1");
        try (OpenIdProvider other = OpenIdProvider.start(Clock.systemUTC())) {
            List<String> bad = List.of(
                    PROVIDER.token(header, admin(Map.of("iss", other.issuer()))),
                    PROVIDER.token(header, admin(Map.of("aud", "another-client"))),
                    PROVIDER.token(header, without("aud")),
                    PROVIDER.token(header, without("sub")),
                    PROVIDER.token(header, without("exp")),
                    PROVIDER.token(header, admin(Map.of("exp", now - 120))),
                    PROVIDER.token(header, admin(Map.of("nbf", now + 120))),
                    PROVIDER.token(Map.of("alg", "RS256", "kid", "2"), good),
                    PROVIDER.token(Map.of("alg", "RS256", "kid", "1", "typ", "logout+jwt"), good),
                    PROVIDER.unsigned(good),
                    PROVIDER.signedWithPublicKey(good),
                    other.token(header, good),
                    "abc",
                    "a.b.c");
            for (String token : bad) {
                Answer answer = house.get(DOORS, bearer(token)).isProblem(401);
                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer realm=");
            }
        }
        assertThat(house.get(DOORS, bearer(PROVIDER.token(header, good))).status())
                .isEqualTo(200);
    }

    @Test
    void withAProviderAndNoPasswordNobodyComesInWithOne() {
        Answer answer =
                house.get(DOORS, "Authorization", Caller.basic("organizer", "")).isProblem(401);

        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .singleElement()
                .asString()
                .startsWith("Bearer");
        house.get(DOORS).isProblem(401);
    }

    @Test
    void whatIsOpenIsOpenToABadTokenToo() {
        assertThat(house.get("/page", bearer("abc")).status()).isEqualTo(200);
        assertThat(house.get("/actuator/health/liveness", bearer("abc")).status())
                .isEqualTo(200);
    }

    @Test
    void aServiceStartsWithoutItsProviderAndBelievesItOnceItIsThere() throws Exception {
        OpenIdProvider gone = OpenIdProvider.start(Clock.systemUTC());
        int itsPort = gone.port();
        gone.close();
        try (ConfigurableApplicationContext context = SpringApplication.run(
                HouseApplication.class,
                "--server.port=0",
                "--atrium.organizer-password=open sesame",
                "--OIDC_ISSUER=http://localhost:" + itsPort,
                "--OIDC_AUDIENCE=" + OpenIdProvider.AUDIENCE)) {
            Caller alone = new Caller(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));

            Answer answer = alone.get(DOORS, bearer(gone.token("anna", Map.of("roles", "admin"))));

            answer.isProblem(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(alone.get(DOORS, "Authorization", Caller.basic("organizer", "open sesame"))
                            .status())
                    .as("the password needs no provider")
                    .isEqualTo(200);
            try (OpenIdProvider back = OpenIdProvider.startOn(itsPort, Clock.systemUTC())) {
                Eventually.eventually(() -> assertThat(alone.get(
                                        DOORS, bearer(back.token("anna", Map.of("roles", "admin"))))
                                .status())
                        .isEqualTo(200));
            }
        }
    }

    private static String with(Map<String, ?> claims, String... roles) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("realm_access", Map.of("roles", List.of(roles)));
        return PROVIDER.token("anna", all);
    }

    private static Map<String, Object> admin(Map<String, ?> claims) {
        Map<String, Object> all = new HashMap<>(claims);
        all.put("realm_access", Map.of("roles", List.of("admin")));
        return PROVIDER.claimsOf("anna", all);
    }

    private static Map<String, Object> without(String claim) {
        Map<String, Object> all = admin(Map.of());
        all.remove(claim);
        return all;
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }
}

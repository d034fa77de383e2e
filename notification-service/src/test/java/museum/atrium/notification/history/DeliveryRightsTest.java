package museum.atrium.notification.history;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.testing.Contracts;
import museum.atrium.testing.OpenIdProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

/** Who sees which mails. */
class DeliveryRightsTest extends WithInbox {

    private static final OpenIdProvider PROVIDER = OpenIdProvider.start(Clock.systemUTC());

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private final Story series = new Story();
    private final UUID subscriber = series.somebody();
    private final UUID inSeries = UUID.randomUUID();
    private final Story other = new Story();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("OIDC_ISSUER", PROVIDER::issuer);
        settings.add("OIDC_AUDIENCE", () -> OpenIdProvider.AUDIENCE);
    }

    @BeforeEach
    void oneSeriesAndAnotherActivity() {
        Instant before = Instant.now().minusSeconds(60);
        announcer.tell(series.series(), series.contact(subscriber), series.subscribed(subscriber, before));
        announcer.tell(series.inSeries(inSeries, 1, before), other.published());
        eventually(() -> assertThat(outbound.of(subscriber)).contains("NEW_IN_SERIES SENT"));
    }

    @Test
    void whoseRoleIsLimitedToASeriesSeesWhatIsOfIt() {
        String role = "viewer:series/" + slug(series.activity);

        assertThat(get("?activity=" + series.activity, role)).isEqualTo(200);
        assertThat(get("?activity=" + inSeries, role)).isEqualTo(200);
        assertThat(get("?registration=" + subscriber, role)).isEqualTo(200);
        for (String query : List.of(
                "",
                "?activity=" + other.activity,
                "?registration=" + subscriber + "&activity=" + other.activity,
                "?registration=" + UUID.randomUUID(),
                "?activity=x",
                "?status=SENT")) {
            assertThat(get(query, role)).as(query).isEqualTo(403);
        }
        assertThat(search(role)).isEqualTo(403);
        assertThat(get("?activity=" + series.activity, "organizer:network/" + slug(series.activity)))
                .isEqualTo(403);
    }

    @Test
    void whoseRoleIsLimitedToANetworkSeesWhatIsHeldInItsName() {
        UUID network = UUID.randomUUID();
        Story held = new Story();
        announcer.tell(
                Story.network(network, 1, "Held in its name"),
                Story.but(held.published(), json -> json.put("network", network.toString())));
        eventually(() -> assertThat(networkOf(held.activity)).isEqualTo("example-network"));

        assertThat(get("?activity=" + held.activity, "viewer:network/example-network"))
                .isEqualTo(200);
        assertThat(get("?activity=" + other.activity, "viewer:network/example-network"))
                .isEqualTo(403);
        assertThat(get("?activity=" + held.activity, "viewer:network/another-network"))
                .isEqualTo(403);
        assertThat(get("?activity=" + held.activity, "viewer:series/example-network"))
                .isEqualTo(403);
    }

    @Test
    void whoseRoleHasNoLimitsSeesAndSearchesEverything() {
        for (String role : List.of("admin", "organizer", "viewer")) {
            assertThat(get("", role)).isEqualTo(200);
            assertThat(search(role)).isEqualTo(200);
        }
        assertThat(get("", "nothing-of-ours")).isEqualTo(403);
    }

    private @Nullable String networkOf(UUID activity) {
        return database.sql("select n.slug from activities a join networks n on n.id = a.network where a.id = :id")
                .param("id", activity)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private String slug(UUID activity) {
        return database.sql("select slug from activities where id = :id")
                .param("id", activity)
                .query(String.class)
                .single();
    }

    private int get(String query, String role) {
        return client(role)
                .get()
                .uri(URI.create("http://localhost:" + port + "/api/deliveries" + query))
                .exchange((sent, response) -> response.getStatusCode().value());
    }

    private int search(String role) {
        return client(role)
                .post()
                .uri(URI.create("http://localhost:" + port + "/api/deliveries/search"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", "ana@example.org"))
                .exchange((sent, response) -> response.getStatusCode().value());
    }

    private static RestClient client(String role) {
        return RestClient.builder()
                .defaultHeaders(headers -> headers.setBearerAuth(PROVIDER.token("ana", Map.of("roles", List.of(role)))))
                .requestInterceptor(Contracts.http("notification").checking())
                .build();
    }
}

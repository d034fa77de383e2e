package museum.atrium.notification.pausing;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.notification.story.Story;
import museum.atrium.notification.story.WithInbox;
import museum.atrium.testing.OpenIdProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Who stops which mails. */
class SendingRightsTest extends WithInbox {

    private static final OpenIdProvider PROVIDER = OpenIdProvider.start(Clock.systemUTC());

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standstill standstill;

    private final Story held = new Story();
    private final Story other = new Story();
    private final String ofTheNetwork = "held-" + held.activity;
    private final String ofNobody = "other-" + other.activity;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("OIDC_ISSUER", PROVIDER::issuer);
        settings.add("OIDC_AUDIENCE", () -> OpenIdProvider.AUDIENCE);
    }

    @BeforeEach
    void oneActivityOfANetworkAndAnother() {
        UUID network = UUID.randomUUID();
        announcer.tell(
                Story.network(network, 1, "Held in its name"),
                Story.but(
                        held.published(), json -> json.put("slug", ofTheNetwork).put("network", network.toString())),
                Story.but(other.published(), json -> json.put("slug", ofNobody)));
    }

    @AfterEach
    void nothingIsPaused() {
        jdbc.sql("update pauses set lifted = true").update();
        eventually(
                () -> assertThat(standstill.isTotal() || standstill.isPartial()).isFalse());
    }

    @Test
    void whoseRoleIsLimitedStopsTheMailsOfTheirActivitiesAlone() {
        String role = "organizer:network/example-network";
        for (String what : List.of("pause", "cancellation", "resume")) {
            assertThat(post(what, ofTheNetwork, role)).as(what).isIn(200, 204);
            assertThat(post(what, ofNobody, role)).as(what).isEqualTo(404);
            assertThat(post(what, null, role)).as(what).isEqualTo(403);
            assertThat(post(what, ofTheNetwork, "organizer:network/another-network"))
                    .as(what)
                    .isEqualTo(404);
            assertThat(post(what, ofTheNetwork, "viewer:network/example-network"))
                    .as(what)
                    .isEqualTo(403);
        }
    }

    @Test
    void allMailsAreStoppedByAnAdminAlone() {
        for (String what : List.of("pause", "cancellation", "resume")) {
            assertThat(post(what, ofNobody, "organizer")).as(what).isIn(200, 204);
            assertThat(post(what, null, "organizer")).as(what).isEqualTo(403);
            assertThat(post(what, null, "viewer")).as(what).isEqualTo(403);
            assertThat(post(what, null, "admin")).as(what).isIn(200, 204);
        }
    }

    @Test
    void aLimitedRoleSeesItsOwnPausesAndThatOfAllMails() {
        post("pause", ofTheNetwork, "admin");
        post("pause", ofNobody, "admin");
        assertThat(paused("viewer:network/example-network")).containsExactly(ofTheNetwork);
        assertThat(paused("viewer")).containsExactly(ofTheNetwork, ofNobody);
        post("pause", null, "admin");
        assertThat(paused("viewer:network/example-network")).containsExactly(ofTheNetwork, "null");
    }

    private List<String> paused(String role) {
        return as(role).show()
                .get("paused")
                .valueStream()
                .map(pause -> pause.get("activity"))
                .map(JsonNode::toString)
                .map(slug -> slug.replace("\"", ""))
                .toList();
    }

    private int post(String what, @Nullable String slug, String role) {
        return as(role).post(what, slug).getStatusCode().value();
    }

    private Steered as(String role) {
        return new Steered(
                port, headers -> headers.setBearerAuth(PROVIDER.token("ana", Map.of("roles", List.of(role)))));
    }
}

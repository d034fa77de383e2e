package museum.atrium.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.testing.OpenIdProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Who may do what with recordings. Whose they are is not known here, so that limited roles get nothing. */
@WholeService
class RightsTest {

    private static final OpenIdProvider PROVIDER = OpenIdProvider.start(Clock.systemUTC());
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("OIDC_ISSUER", PROVIDER::issuer);
        settings.add("OIDC_AUDIENCE", () -> OpenIdProvider.AUDIENCE);
    }

    @Test
    void organisersWriteViewersReadAndWhoseRoleIsLimitedDoesNeither() throws Exception {
        UUID recording = organiser.enter(neighbours.publishActivity(), "ATTENDEES");
        String one = "/api/recordings/" + recording;

        assertThat(call("GET", one, "viewer")).isEqualTo(200);
        for (String role :
                List.of("viewer:network/east", "organizer:network/east", "organizer:series/talks", "nothing")) {
            assertThat(call("GET", one, role)).as(role).isEqualTo(403);
            assertThat(call("DELETE", one, role)).as(role).isEqualTo(403);
        }
        assertThat(call("DELETE", one, "organizer")).isEqualTo(204);
    }

    @Test
    void aViewerUploadsNothingByWhateverMethodTheyNameIt() throws Exception {
        UUID recording = organiser.enter(neighbours.publishActivity(), "ATTENDEES");
        String upload = "/api/recordings/" + recording + "/upload/" + UUID.randomUUID();

        for (String method : List.of("POST", "PATCH", "DELETE")) {
            assertThat(call(method, upload, "viewer")).as(method).isEqualTo(403);
        }
        for (String method : List.of("HEAD", "OPTIONS")) {
            assertThat(call(method, upload, "viewer", "X-HTTP-Method-Override", "DELETE"))
                    .as(method)
                    .isEqualTo(403);
        }
    }

    private int call(String method, String path, String role, String... headers)
            throws IOException, InterruptedException {
        String token = PROVIDER.token("ana", Map.of("roles", List.of(role)));
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token, "Tus-Resumable", "1.0.0"));
        Stream.of(headers).forEach(all::add);
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .method(method, BodyPublishers.noBody())
                                .headers(all.toArray(String[]::new))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}

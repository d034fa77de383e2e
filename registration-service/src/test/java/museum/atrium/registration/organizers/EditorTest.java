package museum.atrium.registration.organizers;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What the form of an activity makes of its pictures and of who gets a certificate. */
@RegistrationTest
class EditorTest {

    private static final String ACCOUNT = "Basic "
            + Base64.getEncoder().encodeToString(("organizer:" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));

    @Autowired
    Api api;

    @Test
    void picturesAndCertificatesAreWrittenAndTakenAway() {
        expect(
                303,
                send(
                        "/organizer/new",
                        "slug=pictured",
                        "kind=TRAINING",
                        "language=pt",
                        "title.pt=Cuidar de coleções",
                        "cover=https://museum.example.org/cover.png",
                        "alt.pt=Um vaso",
                        "organizations=1",
                        "o0.name=Museu",
                        "o0.role=HOST",
                        "o0.logo=https://museum.example.org/logo.png",
                        "certificate=80"));

        JsonNode written = activity("pictured");
        assertThat(written.at("/cover/url").asString()).isEqualTo("https://museum.example.org/cover.png");
        assertThat(written.at("/cover/alt").toString()).isEqualTo("{\"pt\":\"Um vaso\"}");
        assertThat(written.at("/organizations/0/logo/alt").toString()).isEqualTo("{\"pt\":\"Museu\"}");
        assertThat(written.at("/certificates/minimumPercent").asInt()).isEqualTo(80);

        expect(303, send("/organizer/activities/pictured/edit", "cover=", "certificate="));

        JsonNode without = activity("pictured");
        assertThat(without.path("cover").isNull()).isTrue();
        assertThat(without.path("certificates").isNull()).isTrue();
        assertThat(without.at("/organizations/0/logo/url").asString())
                .as("what was not sent stays")
                .isEqualTo("https://museum.example.org/logo.png");
    }

    @Test
    void aLogoIsCalledAsItsOrganizationUnlessSomebodySaidOtherwise() {
        api.publish(api.webinar("logos", draft -> {
            draft.putArray("organizations")
                    .addObject()
                    .put("name", "Museum")
                    .put("role", "HOST")
                    .putObject("logo")
                    .put("url", "https://museum.example.org/logo.png")
                    .putObject("alt")
                    .put("en", "Museum");
            draft.withArray("organizations")
                    .addObject()
                    .put("name", "Archive")
                    .put("role", "PARTNER")
                    .putObject("logo")
                    .put("url", "https://archive.example.org/logo.png")
                    .putObject("alt")
                    .put("en", "A box with a lid");
        }));

        expect(
                303,
                send(
                        "/organizer/activities/logos/edit",
                        "language=en",
                        "organizations=2",
                        "o0.name=City Museum",
                        "o0.role=HOST",
                        "o0.logo=https://museum.example.org/other.png",
                        "o1.name=City Archive",
                        "o1.role=PARTNER",
                        "o1.logo=https://archive.example.org/logo.png"));

        JsonNode changed = activity("logos");
        assertThat(changed.at("/organizations/0/logo").toString())
                .isEqualTo("{\"url\":\"https://museum.example.org/other.png\",\"alt\":{\"en\":\"City Museum\"}}");
        assertThat(changed.at("/organizations/1/logo/alt/en").asString()).isEqualTo("A box with a lid");
    }

    @Test
    void aCoverSaysWhatItShows() {
        Api.Answer refused = send(
                "/organizer/new",
                "slug=unexplained",
                "kind=WEBINAR",
                "language=en",
                "title.en=Title",
                "cover=https://museum.example.org/cover.png",
                "alt.en=");

        assertThat(expect(422, refused).body()).contains("Cover picture");
    }

    /** @param fields each a name, an equals sign and what is written there */
    private Api.Answer send(String path, String... fields) {
        String form = Stream.of(fields)
                .map(field -> field.split("=", 2))
                .map(field -> field[0] + "=" + URLEncoder.encode(field[1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return api.form(path, form, "Authorization", ACCOUNT, "Accept", "text/html");
    }

    private JsonNode activity(String slug) {
        return java.util.Objects.requireNonNull(expect(200, api.organizer(HttpMethod.GET, "/activities/" + slug, null))
                .json());
    }
}

package museum.atrium.registration.organizers;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void anotherPictureIsNotCalledAsTheOneBefore() {
        api.publish(api.webinar(
                "lions",
                draft -> draft.putArray("organizations")
                        .addObject()
                        .put("name", "Lions")
                        .put("role", "HOST")
                        .putObject("logo")
                        .put("url", "https://lions.example.org/lion.png")
                        .putObject("alt")
                        .put("en", "A lion")
                        .put("it", "Un leone")));

        expect(
                303,
                send(
                        "/organizer/activities/lions/edit",
                        "language=en",
                        "organizations=2",
                        "o0.name=Bears",
                        "o0.role=HOST",
                        "o0.logo=https://bears.example.org/bear.png",
                        "o1.name=Lions",
                        "o1.role=PARTNER",
                        "o1.logo=https://lions.example.org/lion.png"));

        assertThat(activity("lions").at("/organizations/0/logo/alt").toString()).isEqualTo("{\"en\":\"Bears\"}");
        assertThat(activity("lions").at("/organizations/1/logo/alt/it").asString())
                .isEqualTo("Un leone");
    }

    @Test
    void whoWasNotToldOfAnothersChangeDoesNotWriteOverIt() {
        api.publish(api.webinar("two-at-it", draft -> {}));
        long opened = activity("two-at-it").at("/revision").asLong();
        expect(
                200,
                api.organizer(HttpMethod.PATCH, "/activities/two-at-it", Map.of("title", Map.of("en", "Another's"))));

        Api.Answer mistyped = send(
                "/organizer/activities/two-at-it/edit",
                "revision=" + opened,
                "language=en",
                "title.en=Mine",
                "capacity=many");
        assertThat(revision(expect(422, mistyped))).isEqualTo(opened);

        Api.Answer corrected = send(
                "/organizer/activities/two-at-it/edit",
                "revision=" + opened,
                "language=en",
                "title.en=Mine",
                "capacity=5");
        assertThat(revision(expect(409, corrected))).isEqualTo(opened + 1);
        assertThat(activity("two-at-it").at("/title/en").asString()).isEqualTo("Another's");

        Api.Answer questions = send(
                "/organizer/activities/two-at-it/questions",
                "revision=" + opened,
                "questions=1",
                "q0.kind=NUMBER",
                "q0.label.en=How many?",
                "q0.min=few");
        assertThat(revision(expect(422, questions))).isEqualTo(opened);
    }

    @Test
    void whatIsSavedUntouchedIsNoChange() {
        api.publish(api.webinar("untouched", draft -> draft.put("language", "en")));
        JsonNode before = activity("untouched");

        expect(
                303,
                send(
                        "/organizer/activities/untouched/edit",
                        "revision=" + before.at("/revision").asLong(),
                        "language=en",
                        "title.en=Caring for collections",
                        "title.fr=Prendre soin des collections",
                        "title.es=",
                        "summary.en=",
                        "cover=",
                        "alt.en=",
                        "certificate="));

        assertThat(activity("untouched").at("/revision")).isEqualTo(before.at("/revision"));
    }

    @Test
    void whatHasNoPlaceIsNotLostWithoutAWord() {
        assertThat(expect(
                                422,
                                send(
                                        "/organizer/new",
                                        "slug=wordy",
                                        "kind=WEBINAR",
                                        "language=en",
                                        "title.en=Title",
                                        "cover=",
                                        "alt.en=A vase without a picture",
                                        "speakers=Ana Example; City Museum; PT; keynote"))
                        .body())
                .contains("<strong>Cover picture</strong>", "and nothing more");
        api.publish(api.webinar("wordy-questions", draft -> {}));
        assertThat(expect(
                                422,
                                send(
                                        "/organizer/activities/wordy-questions/questions",
                                        "questions=1",
                                        "q0.kind=CHOICE",
                                        "q0.options.en=One\nOne"))
                        .body())
                .contains("the same choice stands there twice");
    }

    @Test
    void aDecisionThatCannotBeShownIsNotMade() {
        api.publish(api.webinar("decided", draft -> draft.put("approval", true)));
        expect(202, api.signUp("decided", "decided@example.org"));
        String who = expect(200, api.organizer(HttpMethod.GET, "/activities/decided/registrations", null))
                .at("/items/0/id")
                .asString();

        expect(
                400,
                send("/organizer/activities/decided/registrations", "id=" + who, "decision=APPROVE", "status=none"));

        assertThat(expect(200, api.organizer(HttpMethod.GET, "/activities/decided/registrations", null))
                        .at("/items/0/status")
                        .asString())
                .isEqualTo("PENDING");
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

        assertThat(expect(422, refused).body())
                .contains("<strong>What the cover picture shows, for those who do not see it</strong>");
    }

    private static long revision(Api.Answer page) {
        Matcher field = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(page.body());
        assertThat(field.find()).isTrue();
        return Long.parseLong(field.group(1));
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

package museum.atrium.registration.reachability;

import static museum.atrium.registration.Api.expect;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.Telling;
import museum.atrium.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Organisers see whom mails do not reach, and who stopped which. */
@RegistrationTest
class ReachTest {

    @Autowired
    Api api;

    @Autowired
    KafkaConnectionDetails kafka;

    @Autowired
    JdbcClient database;

    @Test
    void whoseMailCameBackIsShownAndFoundUntilMailsReachThemAgain() {
        api.publish(api.webinar("reach-shown", webinar -> {}));
        String gone = signUp("reach-shown", "gone@reach.example.org");
        signUp("reach-shown", "there@reach.example.org");

        tell(gone, "bounced", reach -> reach.put("revision", 4));

        eventually(() -> assertThat(list("reach-shown", "reachable=false")).containsExactly("gone"));
        assertThat(list("reach-shown", "reachable=true")).containsExactly("there");
        Api.Answer preview = expect(
                200,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/reach-shown/messages?dryRun=true",
                        Map.of("subject", Map.of("en", "What to bring"), "text", Map.of("en", "A pencil."))));
        assertThat(preview.at("/recipients").intValue()).isEqualTo(2);
        assertThat(preview.at("/unreached").intValue()).isEqualTo(1);
        assertThat(list("reach-shown", "")).containsExactly("gone", "there");
        JsonNode shown = organizer("/activities/reach-shown/registrations").at("/items/0/reach");
        assertThat(shown.toString()).isEqualTo("""
                {"reachable":false,"because":"BOUNCED","since":"2027-03-02T09:00:01Z","unsubscribed":["REMINDERS"]}""");
        assertThat(organizer("/activities/reach-shown/registrations")
                        .at("/items/1/reach")
                        .toString())
                .isEqualTo("""
                {"reachable":true,"because":null,"since":null,"unsubscribed":[]}""");
        assertThat(api.download("/activities/reach-shown/registrations?reachable=false", "text/csv")
                        .text())
                .contains(",false,BOUNCED,REMINDERS,")
                .doesNotContain("there@");
        assertThat(expect(
                                200,
                                api.get("/api/registrations/" + api.manageToken("reach-shown", "gone@reach.example.org")
                                        + "/data"))
                        .at("/reach"))
                .as("what is held of oneself")
                .isEqualTo(shown);
        assertThat(expect(200, api.organizer(HttpMethod.DELETE, "/registrations/" + gone, null))
                        .at("/reach"))
                .isEqualTo(shown);

        tell(gone, "suppressionLifted", reach -> lift(reach).put("revision", 5));
        eventually(() -> assertThat(list("reach-shown", "reachable=false")).isEmpty());
        tell(gone, "bounced", reach -> reach.put("revision", 4));
        String last = signUp("reach-shown", "last@reach.example.org");
        tell(last, "bounced", reach -> {});
        eventually(() -> assertThat(list("reach-shown", "reachable=false"))
                .as("what is read once more changes nothing")
                .containsExactly("last"));
    }

    @Test
    void speakersToo() {
        api.publish(api.webinar("reach-speaker", webinar -> {}));
        String speaker = expect(
                        201,
                        api.organizer(
                                HttpMethod.POST,
                                "/activities/reach-speaker/speakers",
                                Map.of("name", "Ana Speaker", "email", "speaker@reach.example.org")))
                .at("/id")
                .stringValue();
        String path = "/activities/reach-speaker/speakers";
        assertThat(organizer(path).at("/items/0/reach/reachable").booleanValue())
                .isTrue();

        tell(speaker, "bounced", reach -> {});

        eventually(() -> assertThat(organizer(path).at("/items/0/reach/because").asString())
                .isEqualTo("BOUNCED"));
        assertThat(organizer(path + "/" + speaker).at("/reach/reachable").booleanValue())
                .isFalse();
    }

    @Test
    void nothingIsKeptOfWhoIsErasedOrNotKnownWheneverItIsTold() {
        api.publish(api.webinar("reach-erased", webinar -> {}));
        String erased = signUp("reach-erased", "erased@reach.example.org");
        tell(erased, "bounced", reach -> {});
        eventually(() -> assertThat(kept(erased)).isEqualTo(1));

        expect(202, api.organizer(HttpMethod.POST, "/erasures", Map.of("registration", erased)));
        String stranger = UUID.randomUUID().toString();
        tell(erased, "bounced", reach -> reach.put("revision", 9));
        tell(stranger, "bounced", reach -> {});
        String behind = signUp("reach-erased", "behind@reach.example.org");
        tell(behind, "bounced", reach -> {});

        eventually(() -> assertThat(kept(behind)).isEqualTo(1));
        assertThat(kept(erased)).isZero();
        assertThat(kept(stranger)).isZero();
    }

    private static ObjectNode lift(ObjectNode reach) {
        return reach.put("reachable", true).putNull("because").putNull("since");
    }

    private void tell(String registration, String what, Consumer<ObjectNode> changes) {
        String payload = Contracts.event("reach").exampleWith(reach -> {
            reach.put("registration", registration);
            changes.accept(reach);
        });
        Telling.as("notification", kafka)
                .tell("atrium.deliveries", registration, "museum.atrium.reach." + what + ".v1", payload);
    }

    private String signUp(String slug, String email) {
        expect(202, api.signUp(slug, email));
        return organizer("/activities/" + slug + "/registrations?q=" + email)
                .at("/items/0/id")
                .stringValue();
    }

    private JsonNode organizer(String path) {
        return expect(200, api.organizer(HttpMethod.GET, path, null)).at("");
    }

    /** What is before the @. */
    private List<String> list(String slug, String query) {
        return organizer("/activities/" + slug + "/registrations?" + query)
                .at("/items")
                .valueStream()
                .map(item -> item.at("/email").stringValue().replace("@reach.example.org", ""))
                .toList();
    }

    private int kept(String registration) {
        return database.sql("select count(*) from reach where registration_id = :id::uuid")
                .param("id", registration)
                .query(Integer.class)
                .single();
    }
}

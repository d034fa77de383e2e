package museum.atrium.registration.programme;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import museum.atrium.registration.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.json.JsonMapper;

@RegistrationTest
class CancellingTest {

    @Autowired
    Api api;

    @Autowired
    TestClock.Settable clock;

    @Test
    void whatIsOverCannotBeCancelledAnyMore() {
        api.publish(api.webinar(
                "cancelled-too-late",
                webinar -> webinar.set(
                        "sessions",
                        JsonMapper.shared()
                                .valueToTree(List.of(Api.session(clock.instant().plus(Duration.ofHours(1))))))));
        clock.letPass(Duration.ofHours(5));

        Api.Answer refused = expect(
                409,
                api.organizer(
                        HttpMethod.POST, "/activities/cancelled-too-late/cancellation", Map.of("reason", "Too late")));

        assertThat(refused.at("/type").stringValue()).isEqualTo("urn:atrium:problem:activity-over");
        assertThat(api.organizer(HttpMethod.GET, "/activities/cancelled-too-late", null)
                        .at("/status")
                        .stringValue())
                .isEqualTo("PUBLISHED");
    }

    @Test
    void nobodyIsAskedToConfirmAnAddressForWhatIsCancelled() {
        api.publish(api.webinar("cancelled-address", webinar -> {}));
        expect(202, api.signUp("cancelled-address", "stays@cancelling.example.org"));
        String own = "/api/registrations/" + api.manageToken("cancelled-address", "stays@cancelling.example.org");
        expect(200, api.organizer(HttpMethod.POST, "/activities/cancelled-address/cancellation", Map.of()));

        expect(409, api.post(own + "/address", Map.of("email", "new@cancelling.example.org")));
    }

    @Test
    void aDraftKeepsASlug() {
        expect(201, api.organizer(HttpMethod.POST, "/activities", api.webinar("keeps-its-slug", webinar -> {})));
        Map<String, Object> without = new HashMap<>();
        without.put("slug", null);

        Api.Answer refused = expect(422, api.organizer(HttpMethod.PATCH, "/activities/keeps-its-slug", without));

        assertThat(refused.at("/errors/0/field").stringValue()).isEqualTo("slug");
        expect(200, api.organizer(HttpMethod.GET, "/activities/keeps-its-slug", null));
    }
}

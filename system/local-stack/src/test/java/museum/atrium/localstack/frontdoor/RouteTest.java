package museum.atrium.localstack.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import museum.atrium.localstack.parts.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/api/activities, REGISTRATION",
        "/api/activities/caring-for-collections/registrations, REGISTRATION",
        "/api/series/museums-and-social-responsibility/subscriptions, REGISTRATION",
        "/api/organizer/sessions/1, REGISTRATION",
        "/registrations/token, REGISTRATION",
        "/join/token/session, REGISTRATION",
        "/speaking/token/acceptance, REGISTRATION",
        "/api/speakers/token, REGISTRATION",
        "/certificates/7K2M-0QXV-9D4T-HW3C, REGISTRATION",
        "/api/certificates/7K2M-0QXV-9D4T-HW3C, REGISTRATION",
        "/api/networks/example-network, REGISTRATION",
        "/networks/example-network, REGISTRATION",
        "/programme/caring-for-collections, REGISTRATION",
        "/programme/feed.atom, REGISTRATION",
        "/reader, REGISTRATION",
        "/sign-in, REGISTRATION",
        "/organizer/activities/a, REGISTRATION",
        "/organizer, REGISTRATION",
        "/organizer/new, REGISTRATION",
        "/organizer/deliveries, NOTIFICATION",
        "/organizer/deliveries/1, NOTIFICATION",
        "/organizer/recordings, RECORDING",
        "/pictures/0, REGISTRATION",
        "/openapi/registration.yaml, REGISTRATION",
        "/api/deliveries/statistics, NOTIFICATION",
        "/api/sending/pause, NOTIFICATION",
        "/api/schedule, NOTIFICATION",
        "/api/templates/1/preview, NOTIFICATION",
        "/api/suppressions, NOTIFICATION",
        "/unsubscribe/token, NOTIFICATION",
        "/openapi/notification.yaml, NOTIFICATION",
        "/api/recordings/1/captions/en, RECORDING",
        "/watch/slug, RECORDING",
        "/media/1/master.m3u8, RECORDING",
        "/feeds/all.rss, RECORDING",
        "/openapi/recording.yaml, RECORDING",
    })
    void everyPathHasOneOwner(String path, Service owner) {
        assertThat(Route.ownerOf(path)).contains(owner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/api", "/api/recordingsandmore", "/watchers", "/openapi/other.yaml"})
    void whatNobodyOwnsIsAnsweredByTheRegistrationService(String path) {
        assertThat(Route.ownerOf(path)).contains(Service.REGISTRATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/"})
    void whatIsForOperatorsIsNobodysHere(String path) {
        assertThat(Route.ownerOf(path)).isEmpty();
    }

    @Test
    void pathsDoNotOverlap() {
        for (Route one : Route.ALL) {
            assertThat(Route.ALL)
                    .filteredOn(other -> other != one)
                    .noneMatch(other -> (other.path() + "/").startsWith(one.path() + "/"));
        }
    }
}

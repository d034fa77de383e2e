package museum.atrium.registration.privacy;

import static museum.atrium.registration.Api.expect;

import java.util.List;
import java.util.Map;
import museum.atrium.registration.Api;
import org.springframework.http.HttpMethod;

/** Somebody of whom the service holds whatever it can hold. */
final class Everywhere {

    private Everywhere() {}

    /** A registration, a subscription, an invitation to speak, a code of their own, and the calendar of all of it. */
    static void known(Api api, String slug, String email) {
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/series",
                        Map.of("slug", slug + "-series", "title", Map.of("en", "Everywhere"))));
        api.publish(api.webinar(slug, webinar -> {}));
        expect(202, api.signUp(slug, email));
        expect(202, api.post("/api/series/" + slug + "-series/subscriptions", Map.of("email", email)));
        expect(
                201,
                api.organizer(
                        HttpMethod.POST,
                        "/activities/" + slug + "/speakers",
                        Map.of("name", "Ana Speaker", "email", email)));
        expect(201, api.organizer(HttpMethod.POST, "/activities/" + slug + "/codes", Map.of("emails", List.of(email))));
        api.feedToken(email);
    }
}

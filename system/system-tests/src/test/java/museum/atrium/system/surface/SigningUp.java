package museum.atrium.system.surface;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What a participant does without an account. */
public final class SigningUp {

    private final Http http;

    public SigningUp(Http http) {
        this.http = http;
    }

    /** Signs up once, however often the request has to be made: the key says that it is the same wish. */
    public Answer of(Person person, String slug) {
        return http.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/activities/%s/registrations".formatted(slug), person);
    }

    /** The state that the service answered: CONFIRMED, WAITLISTED, PENDING or INTERESTED. */
    public String accepted(Person person, String slug) {
        return of(person, slug).expecting(202).json().get("status").asString();
    }

    public String subscribes(Person person, String series) {
        Map<String, String> who =
                Map.of("email", person.email(), "locale", person.locale(), "timeZone", person.timeZone());
        return http.post("/api/series/%s/subscriptions".formatted(series), who)
                .expecting(202)
                .json()
                .get("status")
                .asString();
    }

    /** By the link of the subscription, which knows the address. */
    public String acceptedAsSubscriber(String token, String name, String slug) {
        return http.post("/api/registrations/%s/sign-ups".formatted(token), Map.of("activity", slug, "name", name))
                .expecting(202)
                .json()
                .get("status")
                .asString();
    }

    /** The page that the mail's link opens. */
    public String page(String token) {
        return http.get("/registrations/" + token).expecting(200).text();
    }

    public JsonNode ownRegistration(String token) {
        return http.get("/api/registrations/" + token).expecting(200).json();
    }

    /** Presses the button of the page that the mail's link opens. */
    public void confirms(String token) {
        http.post("/registrations/%s/confirmation".formatted(token)).expecting(303);
    }

    /** Leaves; also when an earlier try did it and its answer was lost. */
    public void cancels(String token) {
        http.delete("/api/registrations/" + token).expecting(204);
    }

    public void erases(String token) {
        http.post("/api/registrations/%s/erasure".formatted(token)).expecting(202);
    }

    /** Asks a colleague whether they want the place. */
    public void passesOn(String token, Person colleague) {
        http.post(
                        "/api/registrations/%s/transfer".formatted(token),
                        Map.of("email", colleague.email(), "name", colleague.name(), "locale", colleague.locale()))
                .expecting(202);
    }

    public void movesTo(String token, String address) {
        http.post("/api/registrations/%s/address".formatted(token), Map.of("email", address))
                .expecting(202);
    }

    /** The yes by a call, with what the registration is then. */
    public JsonNode accepts(String token) {
        return http.post("/api/registrations/%s/confirmation".formatted(token))
                .expecting(200)
                .json();
    }

    public void asksForLostLinks(String address) {
        http.post("/api/registrations/recover", Map.of("email", address)).expecting(202);
    }
}

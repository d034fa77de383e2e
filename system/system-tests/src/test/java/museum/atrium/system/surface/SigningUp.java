package museum.atrium.system.surface;

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
}

package museum.atrium.notification.pausing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import museum.atrium.testing.Contracts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organiser at the calls of this package. */
record Steered(int port, Consumer<HttpHeaders> signIn) {

    static Steered asOrganizer(int port) {
        return new Steered(port, headers -> headers.setBasicAuth("organizer", "organizer-of-tests"));
    }

    /** @param slug null: all mails */
    ResponseEntity<String> post(String what, @Nullable String slug) {
        Map<String, @Nullable String> body = new HashMap<>();
        body.put("activity", slug);
        return post(what, JsonMapper.shared().writeValueAsString(body), true);
    }

    ResponseEntity<String> postRaw(String what, String body) {
        return post(what, body, false);
    }

    private ResponseEntity<String> post(String what, String body, boolean keepingTheContract) {
        var builder = RestClient.builder().defaultHeaders(signIn);
        if (keepingTheContract) {
            builder.requestInterceptor(Contracts.http("notification").checking());
        }
        return builder.build()
                .post()
                .uri("http://localhost:" + port + "/api/sending/" + what)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
                        .body(new String(response.getBody().readAllBytes(), UTF_8)));
    }

    JsonNode show() {
        String body = RestClient.builder()
                .defaultHeaders(signIn)
                .requestInterceptor(Contracts.http("notification").checking())
                .build()
                .get()
                .uri("http://localhost:" + port + "/api/sending")
                .retrieve()
                .body(String.class);
        return JsonMapper.shared().readTree(body);
    }
}

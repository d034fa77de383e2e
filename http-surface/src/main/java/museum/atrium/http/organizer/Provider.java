package museum.atrium.http.organizer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenID provider, asked as OpenID Connect Discovery 1.0 has it. */
class Provider {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final String issuer;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    Provider(String issuer) {
        this.issuer = issuer;
    }

    /**
     * @return its set of keys, as JSON
     * @throws IOException if it is away, or does not answer as the issuer that it should be
     */
    String keys() throws IOException {
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        JsonNode metadata = json(base + "/.well-known/openid-configuration");
        if (!issuer.equals(metadata.path("issuer").asString(""))) {
            throw new IOException("it calls itself otherwise than OIDC_ISSUER does");
        }
        return body(metadata.path("jwks_uri").asString(""));
    }

    private JsonNode json(String address) throws IOException {
        try {
            return JsonMapper.shared().readTree(body(address));
        } catch (JacksonException e) {
            throw new IOException("its configuration is not JSON", e);
        }
    }

    private String body(String address) throws IOException {
        try {
            HttpResponse<String> response = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(PATIENCE)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new IOException("it answered with " + response.statusCode());
            }
            return response.body();
        } catch (IllegalArgumentException e) {
            throw new IOException("its configuration names no address of its keys", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was asked", e);
        }
    }
}

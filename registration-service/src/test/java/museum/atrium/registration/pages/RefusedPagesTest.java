package museum.atrium.registration.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Calls that no contract knows. */
@RegistrationTest
class RefusedPagesTest {

    private static final String FORM = "/programme/any/registrations";

    @Value("http://localhost:${local.server.port}")
    String service;

    @Test
    void theAddressOfAFormOpenedByItselfSaysHowToGoOn() throws Exception {
        HttpResponse<String> answer = get(FORM, "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(answer.body()).contains("Das ist nicht möglich", "Gehen Sie zurück und laden Sie die Seite neu");
    }

    @Test
    void aProgramGetsTheProblemThere() throws Exception {
        assertThat(get(FORM, "application/json").body()).contains("\"status\":405");
        assertThat(get("/api/registrations/recover", "text/html").headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    private HttpResponse<String> get(String path, String accepted) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(service + path))
                            .header("Accept", accepted)
                            .header("Accept-Language", "de")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

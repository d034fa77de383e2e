package museum.atrium.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

record Answer(int status, HttpHeaders headers, String body) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The answer is a whole and harmless problem of that status. */
    Answer isProblem(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("type").asString()).matches("urn:atrium:problem:[a-z-]+");
        assertThat(json().path("title").asString()).isNotBlank();
        assertThat(json().path("detail").asString()).isNotBlank();
        assertThat(body).doesNotContain("Exception", "\tat ", "java.", "tools.jackson", "museum.atrium");
        return this;
    }

    /** The only field error is this one. */
    Answer names(String field, String message) {
        assertThat(json().path("errors"))
                .singleElement()
                .satisfies(error -> assertThat(error.path("field").asString()).isEqualTo(field))
                .satisfies(error -> assertThat(error.path("message").asString()).contains(message));
        return this;
    }

    Answer saysType(String slug) {
        assertThat(json().path("type").asString()).isEqualTo("urn:atrium:problem:" + slug);
        return this;
    }

    Answer saysDetail(String part) {
        assertThat(json().path("detail").asString()).contains(part);
        return this;
    }
}

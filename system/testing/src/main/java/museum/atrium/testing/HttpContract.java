package museum.atrium.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpRequestInterceptor;

/** What one HTTP surface answers, and what it may be asked. */
public final class HttpContract {

    private static final int FIRST_REFUSAL = 400;

    private final String name;
    private final OpenApiInteractionValidator validator;

    private HttpContract(String name, OpenApiInteractionValidator validator) {
        this.name = name;
        this.validator = validator;
    }

    static HttpContract of(String name, String openApi) {
        return new HttpContract(
                name,
                OpenApiInteractionValidator.createForInlineApiSpecification(openApi)
                        .build());
    }

    /** As below, for an answer in JSON: {@code application/problem+json} from status 400 on. */
    public void assertValid(String method, String path, int status, @Nullable String body) {
        String contentType = status < FIRST_REFUSAL ? "application/json" : "application/problem+json";
        assertValid(method, path, status, body == null || body.isEmpty() ? null : contentType, body);
    }

    /** Fails, with every difference, unless the document lets this call be answered so. */
    public void assertValid(
            String method, String path, int status, @Nullable String contentType, @Nullable String body) {
        SimpleResponse.Builder answer = new SimpleResponse.Builder(status);
        if (contentType != null) {
            answer.withContentType(contentType);
        }
        if (body != null) {
            answer.withBody(body);
        }
        Request.Method verb = Request.Method.valueOf(method.toUpperCase(Locale.ROOT));
        check(method + " " + path + " -> " + status, validator.validateResponse(pathOf(path), verb, answer.build()));
    }

    /** Fails unless the document lets this be asked: for a client's own test. */
    public void assertValidRequest(String method, String path, @Nullable String contentType, @Nullable String body) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, pathOf(path));
        if (contentType != null) {
            request.withContentType(contentType);
        }
        if (body != null) {
            request.withBody(body);
        }
        check(method + " " + path, validator.validateRequest(request.build()));
    }

    /** For a {@code RestClient}: every answer that it gets is checked, and fails the call when it breaks the contract. */
    public ClientHttpRequestInterceptor checking() {
        return new ContractCheckingInterceptor(this);
    }

    private static String pathOf(String pathAndQuery) {
        return URI.create(pathAndQuery).getPath();
    }

    private void check(String what, ValidationReport report) {
        if (report.hasErrors()) {
            throw new AssertionError(report.getMessages().stream()
                    .map(message -> message.getKey() + ": " + message.getMessage())
                    .collect(Collectors.joining("\n  ", "Not in contract '" + name + "': " + what + "\n  ", "")));
        }
    }
}

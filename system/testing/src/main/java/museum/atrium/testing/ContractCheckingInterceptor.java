package museum.atrium.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Holds what a client is answered against a contract. */
record ContractCheckingInterceptor(HttpContract contract) implements ClientHttpRequestInterceptor {

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        KeptResponse response = KeptResponse.of(execution.execute(request, body));
        MediaType type = response.getHeaders().getContentType();
        contract.assertValid(
                request.getMethod().name(),
                request.getURI().getRawPath(),
                response.getStatusCode().value(),
                type == null ? null : type.toString(),
                text(request.getMethod(), response.bytes()));
        return response;
    }

    private static @Nullable String text(HttpMethod method, byte[] bytes) {
        return HttpMethod.HEAD.equals(method) || bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}

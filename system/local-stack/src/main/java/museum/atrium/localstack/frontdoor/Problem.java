package museum.atrium.localstack.frontdoor;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * An answer of the front door itself, in the form of RFC 9457.
 *
 * @param slug what the problem's type ends with
 * @param detail plain words, never anything that a client sent
 */
record Problem(int status, String slug, String detail, Optional<Duration> retryAfter) {

    static Problem notFound() {
        return new Problem(
                HttpStatus.NOT_FOUND_404, "not-found", "There is nothing at this address.", Optional.empty());
    }

    static Problem malformed() {
        return new Problem(
                HttpStatus.BAD_REQUEST_400,
                "bad-request",
                "The address cannot be read: a % in it is not followed by two hexadecimal digits, or it has a character"
                        + " that must be written as such an escape.",
                Optional.empty());
    }

    static Problem brokenBody() {
        return new Problem(
                HttpStatus.BAD_REQUEST_400,
                "bad-request",
                "The body cannot be read: its chunks are not framed as HTTP asks.",
                Optional.empty());
    }

    static Problem methodNotAllowed() {
        return new Problem(
                HttpStatus.METHOD_NOT_ALLOWED_405,
                "method-not-allowed",
                "This page can only be read: GET or HEAD.",
                Optional.empty());
    }

    static Problem away(String part) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE_503,
                "unavailable",
                "The %s does not answer at the moment; it is started again by itself. Please try again soon."
                        .formatted(part),
                Optional.of(Duration.ofSeconds(2)));
    }

    static Problem late(String part) {
        return new Problem(
                HttpStatus.GATEWAY_TIMEOUT_504,
                "timeout",
                "The %s took too long to answer.".formatted(part),
                Optional.empty());
    }

    static Problem of(int status) {
        return new Problem(
                status,
                status < HttpStatus.INTERNAL_SERVER_ERROR_500 ? "bad-request" : "internal",
                "The front door cannot pass this request on: %s.".formatted(HttpStatus.getMessage(status)),
                Optional.empty());
    }

    void answer(Response response, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        retryAfter.ifPresent(wait -> response.getHeaders().put(HttpHeader.RETRY_AFTER, wait.toSeconds()));
        Content.Sink.write(response, true, json(), callback);
    }

    private String json() {
        return """
                {"type":"urn:atrium:problem:%s","title":"%s","status":%s,"detail":"%s"}
                """.formatted(slug, HttpStatus.getMessage(status), Integer.toString(status), detail);
    }
}

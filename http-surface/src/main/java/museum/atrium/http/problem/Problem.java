package museum.atrium.http.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import museum.atrium.http.FieldError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems of one shape, and writes them where Spring's converters do not reach: filters and the container. */
public final class Problem {

    private static final String TYPE = "urn:atrium:problem:";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private Problem() {}

    /** A problem whose type is named as its status. */
    public static ProblemDetail of(HttpStatusCode status, String detail) {
        return of(status, slugOf(status), detail);
    }

    static ProblemDetail of(HttpStatusCode status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + slug));
        problem.setTitle(titleOf(status));
        return problem;
    }

    static ProblemDetail invalid(List<FieldError> errors) {
        return withErrors(of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need a change."), errors);
    }

    static ProblemDetail withErrors(ProblemDetail problem, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    /** Writes the problem as the whole answer, unless another has begun. */
    public static void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json(problem).getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    static String json(ProblemDetail problem) {
        return JSON.writeValueAsString(problem);
    }

    private static String slugOf(HttpStatusCode status) {
        return titleOf(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private static String titleOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "Status " + status.value() : known.getReasonPhrase();
    }
}

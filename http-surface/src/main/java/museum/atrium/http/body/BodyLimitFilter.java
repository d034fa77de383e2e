package museum.atrium.http.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import museum.atrium.http.problem.BodyTooLarge;
import museum.atrium.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Refuses a body that says it is too large, and stops reading one that turns out to be. */
class BodyLimitFilter extends OncePerRequestFilter {

    private final DataSize usual;
    private final List<LimitedPath> others;

    private record LimitedPath(PathPattern path, @Nullable DataSize limit) {}

    BodyLimitFilter(BodyLimits limits) {
        this.usual = limits.maxBody();
        this.others = limits.largerBodies().stream()
                .map(larger -> new LimitedPath(PathPatternParser.defaultInstance.parse(larger.path()), larger.limit()))
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DataSize limit = limitOf(request);
        if (limit == null) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > limit.toBytes()) {
            response.setHeader("Connection", "close");
            Problem.write(response, new BodyTooLarge(limit).problem());
        } else if (isFormOfUnknownLength(request)) {
            refuseUncounted(request, response, limit);
        } else {
            chain.doFilter(new LimitedRequest(request, limit), response);
        }
    }

    private static void refuseUncounted(HttpServletRequest request, HttpServletResponse response, DataSize limit)
            throws IOException {
        response.setHeader("Connection", "close");
        try {
            new LimitedRequest(request, limit).getInputStream().transferTo(OutputStream.nullOutputStream());
            Problem.write(
                    response,
                    Problem.of(HttpStatus.LENGTH_REQUIRED, "A form must say its length: send 'Content-Length'."));
        } catch (BodyTooLarge tooLarge) {
            Problem.write(response, tooLarge.problem());
        }
    }

    /** The container reads it by a limit that is not that of where it is sent to. */
    private static boolean isFormOfUnknownLength(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getContentLengthLong() < 0
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private @Nullable DataSize limitOf(HttpServletRequest request) {
        PathContainer path = PathContainer.parsePath(request.getRequestURI());
        for (LimitedPath other : others) {
            if (other.path().matches(path)) {
                return other.limit();
            }
        }
        return usual;
    }
}

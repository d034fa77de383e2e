package museum.atrium.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Cuts the connection where an answer fails that has begun: a problem written behind half a file would make it look whole. The
 * container logs what was thrown.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenOff implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        // Where the container has refused a body by itself, nothing may be written either, but nothing has begun.
        boolean refused = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null;
        if (response.isCommitted() && !refused && !DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            throw new IllegalStateException(
                    "An answer of " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
                            + " had begun and was broken off.",
                    failure);
        }
        return null;
    }
}

package museum.atrium.http.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.BadRequestException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a body that breaks off in its framing (a chunk whose length is no number, a client that falls silent) the client's
 * fault: Tomcat refuses it where it is read, and then takes the same exception for a failure of the application.
 */
class BrokenBodyFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
            if (failure instanceof BadRequestException) {
                refuse(request, response, HttpStatus.BAD_REQUEST);
            } else if (failure instanceof SocketTimeoutException) {
                refuse(request, response, HttpStatus.REQUEST_TIMEOUT);
            }
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status) {
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        response.setStatus(status.value());
    }
}

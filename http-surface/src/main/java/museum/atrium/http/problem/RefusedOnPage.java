package museum.atrium.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import museum.atrium.http.PageController;
import museum.atrium.http.Refusal;
import museum.atrium.http.RefusalPages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Asks {@link PageController}s for the page that says what they refuse. Only who asks for pages by name, as browsers do, gets it. */
public class RefusedOnPage implements HandlerExceptionResolver, Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        Refusal refusal = refusal(failure);
        if (refusal == null
                || !asksForPage(request)
                || !(handler instanceof HandlerMethod method)
                || !(method.getBean() instanceof PageController pages)) {
            return null;
        }
        write(pages.refused(refusal, request), response);
        return new ModelAndView();
    }

    /** What was not possible by the fault of who asked; null: it is something else. */
    public static @Nullable Refusal refusal(Exception failure) {
        return switch (failure) {
            case Refusal refused -> refused;
            case MethodArgumentTypeMismatchException mistyped -> Mistyped.refusal(mistyped);
            case MissingServletRequestParameterException missing ->
                Refusal.badRequest("The parameter '" + missing.getParameterName() + "' is missing.");
            default -> null;
        };
    }

    /** Whether whoever asks has named pages among what they can read. */
    public static boolean asksForPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    /**
     * Has a person told on a page for organisers what is refused before a controller is asked.
     *
     * @param pages null: there are none
     * @return false when it is not a person who asks, or not for such a page: nothing is written then
     */
    public static boolean tell(
            @Nullable RefusalPages pages, Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (pages == null || !isForOrganizers(request) || !asksForPage(request)) {
            return false;
        }
        write(pages.refused(refusal, request), response);
        return true;
    }

    /** Whether it is the address of one of their pages, or what a form there is sent to. */
    public static boolean isForOrganizers(HttpServletRequest request) {
        return (request.getRequestURI() + "/").startsWith("/organizer/");
    }

    /** Writes the page as the whole answer. */
    public static void write(ResponseEntity<String> page, HttpServletResponse response) {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            response.getOutputStream().write(String.valueOf(page.getBody()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
        }
    }
}

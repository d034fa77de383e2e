package museum.atrium.registration.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a person, in the language of their browser, that a link is worth nothing. Only who asks for a page by name, as
 * browsers do, gets one: programs get the problem as everywhere else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedPages implements HandlerExceptionResolver {

    private final Page page;

    RefusedPages(Page page) {
        this.page = page;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof HttpRequestMethodNotSupportedException other && readsPage(request)) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed(other)));
            return refuse(request, response, HttpStatus.METHOD_NOT_ALLOWED, "other");
        }
        HttpStatus status = statusOf(failure);
        if (status == null || !(handler instanceof HandlerMethod method) || !wantsPage(request, method)) {
            return null;
        }
        if (method.getBeanType().isAnnotationPresent(OrganizerPage.class) && failure instanceof Refusal refusal) {
            write(
                    page.forOrganizers("organizer/refused")
                            .with("refusal", refusal)
                            .answer(refusal),
                    response);
            return new ModelAndView();
        }
        return refuse(request, response, status, reason(status, method));
    }

    private ModelAndView refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason) {
        write(page.of("refused", request.getLocale()).with("reason", reason).answer(status), response);
        return new ModelAndView();
    }

    private static List<String> allowed(HttpRequestMethodNotSupportedException other) {
        String[] methods = other.getSupportedMethods();
        return methods == null ? List.of() : List.of(methods);
    }

    /** Of what a form was sent to: its address is in the browser's bar, and opened from there once more. */
    private static boolean readsPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && !request.getRequestURI().startsWith("/api/")
                && acceptsPage(request);
    }

    private static @Nullable HttpStatus statusOf(Exception failure) {
        return switch (failure) {
            case Refusal refusal -> refusal.status();
            case MethodArgumentTypeMismatchException mistyped -> HttpStatus.NOT_FOUND;
            default -> null;
        };
    }

    private static String reason(HttpStatus status, HandlerMethod method) {
        if (status == HttpStatus.BAD_REQUEST && isOpen(method)) {
            return "address";
        }
        if (status != HttpStatus.NOT_FOUND) {
            return "other";
        }
        return isOpen(method) ? "page" : "link";
    }

    private static boolean wantsPage(HttpServletRequest request, HandlerMethod method) {
        return (isOpen(method)
                        || method.getBeanType().isAnnotationPresent(PersonalPage.class)
                        || method.getBeanType().isAnnotationPresent(OrganizerPage.class))
                && acceptsPage(request);
    }

    private static boolean acceptsPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.getBeanType().isAnnotationPresent(OpenPage.class);
    }

    private static void write(ResponseEntity<String> answer, HttpServletResponse response) {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        try {
            response.getOutputStream().write(String.valueOf(answer.getBody()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the reader has gone", e);
        }
    }
}

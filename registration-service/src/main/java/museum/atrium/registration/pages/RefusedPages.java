package museum.atrium.registration.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.http.problem.RefusedOnPage;
import museum.atrium.pages.OrganizerPages;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Tells a person, in the language of their browser, that a link is worth nothing. Only who asks for a page by name, as
 * browsers do, gets one: programs get the problem as everywhere else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedPages implements HandlerExceptionResolver {

    private final Page page;
    private final OrganizerPages organizers;

    RefusedPages(Page page, OrganizerPages organizers) {
        this.page = page;
        this.organizers = organizers;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof HttpRequestMethodNotSupportedException other && readsPage(request)) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed(other)));
            return refuse(request, response, HttpStatus.METHOD_NOT_ALLOWED, "other");
        }
        if (failure instanceof NoResourceFoundException && readsPage(request)) {
            return refuse(request, response, HttpStatus.NOT_FOUND, "page");
        }
        if (!(handler instanceof HandlerMethod method) || !wantsPage(request, method)) {
            return null;
        }
        if (method.getBeanType().isAnnotationPresent(OrganizerPage.class)) {
            Refusal refusal = RefusedOnPage.refusal(failure);
            if (refusal == null) {
                return null;
            }
            RefusedOnPage.write(organizers.refused(refusal, request), response);
            return new ModelAndView();
        }
        HttpStatus status = statusOf(failure);
        if (status == null) {
            return null;
        }
        return refuse(request, response, status, reason(status, method));
    }

    private ModelAndView refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason) {
        RefusedOnPage.write(
                page.of("refused", request.getLocale()).with("reason", reason).answer(status), response);
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
                && RefusedOnPage.asksForPage(request);
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
                && RefusedOnPage.asksForPage(request);
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.getBeanType().isAnnotationPresent(OpenPage.class);
    }
}

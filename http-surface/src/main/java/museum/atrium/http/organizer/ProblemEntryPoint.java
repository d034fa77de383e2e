package museum.atrium.http.organizer;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import museum.atrium.http.Refusal;
import museum.atrium.http.RefusalPages;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.problem.Challenge;
import museum.atrium.http.problem.Problem;
import museum.atrium.http.problem.RefusedOnPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers who has not signed in, or may not; with the ways to sign in that there are.
 *
 * @param pages null: this service has none
 */
record ProblemEntryPoint(
        boolean takesPasswords,
        boolean takesTokens,
        @Nullable RefusalPages pages) implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String SIGN_IN = "/sign-in";

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof ProviderAway) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ProviderKeys.TRY_AGAIN.toSeconds()));
            Problem.write(
                    response,
                    Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "The OpenID provider does not answer, so your token cannot be checked. Please try again shortly."));
            return;
        }
        if (isPage(request)) {
            String asked = request.getRequestURI();
            String query = request.getQueryString();
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(
                    HttpHeaders.LOCATION,
                    SIGN_IN + "?to=" + URLEncoder.encode(query == null ? asked : asked + "?" + query, UTF_8));
            return;
        }
        if (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && RefusedOnPage.tell(pages, signedOut(), request, response)) {
            return;
        }
        if (takesPasswords || !takesTokens) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, Challenge.BASIC);
        }
        if (takesTokens) {
            response.addHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    failure instanceof InvalidBearerTokenException
                            ? Challenge.BEARER + ", error=\"invalid_token\""
                            : Challenge.BEARER);
        }
        Problem.write(response, Problem.of(HttpStatus.UNAUTHORIZED, "This is for organisers: " + way()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean withoutRole = OrganizerAccount.current()
                .filter(account -> account.grants().isEmpty())
                .isPresent();
        String why = withoutRole
                ? "Your account is known, but it has no role here: ask for one of admin, organizer or viewer, or for"
                        + " one of the last two in a network or a series, such as organizer:network/east."
                : "Your role does not allow this.";
        if (!RefusedOnPage.tell(pages, Refusal.forbidden(why), request, response)) {
            Problem.write(response, Problem.of(HttpStatus.FORBIDDEN, why));
        }
    }

    /** Who sends a form has been signed in: a browser that were asked for a password now would keep it, and the form be lost. */
    private static Refusal signedOut() {
        return Refusal.forbidden(
                "signed-out",
                "You are not signed in any more, so nothing was changed: sign in in another window, go back here, copy what you wrote,"
                        + " load the page again and send it from there.");
    }

    /** Whoever opens one is shown where to sign in. What was sent by a form would be lost there. */
    private static boolean isPage(HttpServletRequest request) {
        return RefusedOnPage.isForOrganizers(request)
                && request.getMethod().equals("GET")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    private String way() {
        if (!takesTokens) {
            return "sign in with the organiser's password.";
        }
        return takesPasswords
                ? "send a valid token of the OpenID provider, or the organiser's password."
                : "send a valid token of the OpenID provider.";
    }
}

package museum.atrium.http.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import museum.atrium.http.Refusal;
import museum.atrium.http.RefusalPages;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.problem.Problem;
import museum.atrium.http.problem.RefusedOnPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs in whoever has the cookie of {@link OrganizerSessions}, for one request. A browser sends cookies along with whatever another site has it
 * ask, so what changes something needs the proof that it comes from a page of ours (OWASP's signed double submit, without a second cookie).
 */
public final class SessionFilter extends OncePerRequestFilter {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final OrganizerSessions sessions;
    private final @Nullable RefusalPages pages;

    /** @param pages null: this service has none */
    public SessionFilter(OrganizerSessions sessions, @Nullable RefusalPages pages) {
        this.sessions = sessions;
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !namesItself(request) && !OrganizerSessions.hasTicket(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean harmless =
                HARMLESS.contains(request.getMethod()) && request.getHeader("X-HTTP-Method-Override") == null;
        if (namesItself(request)) {
            // A browser that was once asked for the password sends it along with whatever another site has it ask.
            if (!harmless && CrossSite.sends(request)) {
                refuse(
                        request,
                        response,
                        "Another site had your browser send this: open the page here and repeat it there.");
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        OrganizerAccount account = sessions.account(request).orElse(null);
        if (account == null) {
            chain.doFilter(request, response);
            return;
        }
        sessions.offerProof(request);
        SecurityContext signedIn = SecurityContextHolder.createEmptyContext();
        signedIn.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
        SecurityContextHolder.setContext(signedIn);
        if (!harmless && !sessions.isProved(request)) {
            refuse(
                    request,
                    response,
                    "This was not sent from a page that was shown to you: open the page again and repeat it there.");
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whoever sends a password or token is who that says, whatever the cookie. */
    private static boolean namesItself(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String why) throws IOException {
        Refusal refusal = Refusal.forbidden("not-shown", why);
        if (!RefusedOnPage.tell(pages, refusal, request, response)) {
            Problem.write(response, Problem.of(HttpStatus.FORBIDDEN, why));
        }
    }

    /** A stream that is answered in several goes belongs to who began it. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

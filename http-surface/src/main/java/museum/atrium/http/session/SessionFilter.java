package museum.atrium.http.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.problem.Problem;
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

    public SessionFilter(OrganizerSessions sessions) {
        this.sessions = sessions;
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
            if (!harmless && comesFromElsewhere(request)) {
                refuse(response, "Another site had your browser send this: open the page here and repeat it there.");
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
        if (!harmless && !sessions.isProved(request)) {
            refuse(
                    response,
                    "This was not sent from a page that was shown to you: open the page again and repeat it there.");
            return;
        }
        sessions.offerProof(request);
        SecurityContext signedIn = SecurityContextHolder.createEmptyContext();
        signedIn.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
        SecurityContextHolder.setContext(signedIn);
        chain.doFilter(request, response);
    }

    /** Whoever sends a password or token is who that says, whatever the cookie. */
    private static boolean namesItself(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /**
     * A browser that was once asked for the password sends it along with whatever another site has it ask, but says where that comes from
     * (W3C Fetch Metadata; older ones by {@code Origin}). Programs say nothing of it.
     */
    private static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && Stream.of(HttpHeaders.HOST, "X-Forwarded-Host")
                        .map(request::getHeader)
                        .noneMatch(host -> host != null && origin.endsWith("://" + host));
    }

    private static void refuse(HttpServletResponse response, String why) throws IOException {
        Problem.write(response, Problem.of(HttpStatus.FORBIDDEN, why));
    }

    /** A stream that is answered in several goes belongs to who began it. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }
}

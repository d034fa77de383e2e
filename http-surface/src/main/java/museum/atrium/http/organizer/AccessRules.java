package museum.atrium.http.organizer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import museum.atrium.http.OrganizerPaths;
import museum.atrium.http.account.Access;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What holds for every service, whatever is asked of it: who has no role gets nothing, who views changes nothing. */
class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final List<RequestMatcher> searches;

    AccessRules(OrganizerPaths paths) {
        this.searches = paths.searches().stream()
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> signedIn, RequestAuthorizationContext context) {
        return new AuthorizationDecision(account(signedIn.get()) instanceof OrganizerAccount account
                && account.mayAnywhere(accessOf(context.getRequest())));
    }

    /** An upload may be sent by a method that it names in a header. */
    Access accessOf(HttpServletRequest request) {
        boolean reads = READING.contains(request.getMethod()) && request.getHeader("X-HTTP-Method-Override") == null;
        boolean searches = request.getMethod().equals("POST")
                && this.searches.stream().anyMatch(search -> search.matches(request));
        return reads || searches ? Access.READ : Access.WRITE;
    }

    static AuthorizationManager<RequestAuthorizationContext> adminsOnly() {
        return (signedIn, context) -> new AuthorizationDecision(
                account(signedIn.get()) instanceof OrganizerAccount account && account.isAdmin());
    }

    private static @Nullable OrganizerAccount account(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof OrganizerAccount account
                ? account
                : null;
    }
}

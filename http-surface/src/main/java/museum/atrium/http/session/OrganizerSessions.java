package museum.atrium.http.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.util.WebUtils;

/**
 * Keeps in a cookie who signed in on a page. No service remembers it: each reads it with the keys that all of them have, and whoever
 * changes something with it has to prove that they were shown a page of ours.
 */
public final class OrganizerSessions {

    /** A working day: what somebody may do is looked up again after that. */
    public static final Duration LENGTH = Duration.ofHours(12);

    /** The field of a form, and without underscore in front the header of a call by a script, that carries the proof. */
    public static final String FIELD = "_csrf";

    /** As {@link #FIELD}, for scripts. */
    public static final String HEADER = "X-CSRF-Token";

    private static final String PROOF = OrganizerSessions.class.getName() + ".proof";

    static final String COOKIE = "atrium-organizer";

    private final @Nullable Tickets tickets;
    private final AuthenticationManager organizers;
    private final Clock clock;

    /** @param tickets null: nobody signs in on pages */
    OrganizerSessions(@Nullable Tickets tickets, AuthenticationManager organizers, Clock clock) {
        this.tickets = tickets;
        this.organizers = organizers;
        this.clock = clock;
    }

    /** Whether somebody can sign in on a page at all. */
    public boolean areAvailable() {
        return tickets != null;
    }

    /**
     * Signs somebody in.
     *
     * @return the cookie; nothing when name and password are not an organiser's
     */
    public Optional<ResponseCookie> begin(String name, String password, boolean secure) {
        Tickets written = tickets;
        if (written == null) {
            return Optional.empty();
        }
        try {
            return organizers
                                    .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password))
                                    .getPrincipal()
                            instanceof OrganizerAccount account
                    ? Optional.of(cookie(written.write(account, clock.instant().plus(LENGTH)), LENGTH, secure))
                    : Optional.empty();
        } catch (AuthenticationException wrong) {
            return Optional.empty();
        }
    }

    /** Signs out whoever uses this browser. */
    public ResponseCookie end(boolean secure) {
        return cookie("", Duration.ZERO, secure);
    }

    /** Who signed in on a page, in the browser that asks. */
    public Optional<OrganizerAccount> account(HttpServletRequest request) {
        Tickets read = tickets;
        return read == null ? Optional.empty() : ticket(request).flatMap(ticket -> read.read(ticket, clock.instant()));
    }

    /** For the forms of a page that is shown to whoever asks; empty when nobody signed in with a cookie. */
    public static String proof(HttpServletRequest request) {
        return request.getAttribute(PROOF) instanceof String proof ? proof : "";
    }

    /** Has the pages that answer this request carry the proof. */
    void offerProof(HttpServletRequest request) {
        Tickets read = tickets;
        if (read != null) {
            ticket(request).map(read::proof).ifPresent(proof -> request.setAttribute(PROOF, proof));
        }
    }

    boolean isProved(HttpServletRequest request) {
        Tickets read = tickets;
        String sent = request.getHeader(HEADER);
        String proof = sent == null ? request.getParameter(FIELD) : sent;
        return read != null
                && proof != null
                && ticket(request).filter(ticket -> read.proves(ticket, proof)).isPresent();
    }

    static boolean hasTicket(HttpServletRequest request) {
        return ticket(request).isPresent();
    }

    private static Optional<String> ticket(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    /** Links from elsewhere, such as those in a mail to colleagues, find them signed in; what changes something must come from a page. */
    private static ResponseCookie cookie(String value, Duration age, boolean secure) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }
}

package museum.atrium.registration.organizers;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.http.session.CrossSite;
import museum.atrium.http.session.OrganizerSessions;
import museum.atrium.registration.pages.OpenPage;
import museum.atrium.registration.pages.OwnPath;
import museum.atrium.registration.pages.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where organisers sign in, once for the pages of all services. */
@OpenPage
class SignInController {

    private static final String HOME = "/organizer/activities";

    private final OrganizerSessions sessions;
    private final Page page;

    SignInController(OrganizerSessions sessions, Page page) {
        this.sessions = sessions;
        this.page = page;
    }

    /** @param to where to go on */
    @GetMapping("/sign-in")
    ResponseEntity<String> form(@RequestParam(defaultValue = HOME) String to, HttpServletRequest request) {
        return answer(to, "", false, request).answer(HttpStatus.OK);
    }

    /** Not for another site, which could have somebody work in an account that is not theirs. */
    @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = HOME) String to,
            HttpServletRequest request) {
        if (CrossSite.sends(request)) {
            throw Refusal.forbidden("not-shown", "Another site had your browser send this: sign in on this page.");
        }
        Optional<ResponseCookie> session = sessions.begin(name, password, request.isSecure());
        return session.map(cookie -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(checked(to)))
                        .header(HttpHeaders.SET_COOKIE, cookie.toString())
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .<String>build())
                .orElseGet(() -> answer(to, name, true, request).answer(HttpStatus.FORBIDDEN));
    }

    @GetMapping("/organizer")
    ResponseEntity<Void> home() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(HOME))
                .build();
    }

    @PostMapping("/organizer/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/sign-in"))
                .header(HttpHeaders.SET_COOKIE, sessions.end(request.isSecure()).toString())
                .build();
    }

    private Page.Content answer(String to, String name, boolean wrong, HttpServletRequest request) {
        return page.of("sign-in", request.getLocale())
                .with("to", checked(to))
                .with("name", name)
                .with("wrong", wrong)
                .with("available", sessions.areAvailable());
    }

    /** What is no page for organisers below this origin leads to the first of them. */
    private static String checked(String to) {
        return (to.equals("/organizer") || to.startsWith("/organizer/")) && OwnPath.is(to) ? to : HOME;
    }
}

package museum.atrium.registration.signup;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.defence.Defence;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Who has lost the mail with their link gets a new one; whoever else asks learns nothing. */
@PersonalPage
class RecoveryController {

    private final RecoveryTasks recovery;
    private final Page page;
    private final Defence defence;

    RecoveryController(RecoveryTasks recovery, Page page, Defence defence) {
        this.recovery = recovery;
        this.page = page;
        this.defence = defence;
    }

    @PostMapping("/api/registrations/recover")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    void recover(@RequestBody AddressRequest request, HttpServletRequest call) {
        ask(request.email(), call);
    }

    @GetMapping("/registrations/recover")
    ResponseEntity<String> form(HttpServletRequest request) {
        return show("form", "", request, null);
    }

    @PostMapping("/registrations/recover")
    ResponseEntity<String> recoverOnPage(
            @RequestParam(required = false) @Nullable String email, HttpServletRequest request) {
        try {
            ask(email, request);
        } catch (Refusal refusal) {
            return show("form", requireNonNullElse(email, ""), request, refusal);
        }
        return show("done", "", request, null);
    }

    private void ask(@Nullable String written, HttpServletRequest call) {
        Findings findings = new Findings();
        EmailAddress email = SignUpRules.email(findings, "email", written);
        findings.refuseIfAny();
        defence.admit(List.of(email.key()), call);
        recovery.ask(email);
    }

    private ResponseEntity<String> show(
            String state, String entered, HttpServletRequest request, @Nullable Refusal refusal) {
        return page.of("recover", request.getLocale())
                .with("state", state)
                .with("entered", entered)
                .with("problem", refusal == null ? "" : refusal.slug().equals("invalid") ? "invalid" : "too-many")
                .answer(refusal);
    }
}

package museum.atrium.registration.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.defence.Defence;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.PersonalPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** One's own registration moved to another address or passed on to a colleague, by call or on the page. */
@PersonalPage
class TakeoverController {

    private final OwnRegistrations own;
    private final OfferingTakeover offering;
    private final OwnRegistrationPage ownPage;
    private final Page page;
    private final Defence defence;

    TakeoverController(
            OwnRegistrations own, OfferingTakeover offering, OwnRegistrationPage ownPage, Page page, Defence defence) {
        this.own = own;
        this.offering = offering;
        this.ownPage = ownPage;
        this.page = page;
        this.defence = defence;
    }

    @PostMapping("/api/registrations/{token}/transfer")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    void transfer(@PathVariable String token, @RequestBody TransferRequest request, HttpServletRequest call) {
        passOn(own.byManageToken(token), request, call);
    }

    @PostMapping("/api/registrations/{token}/address")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @ResponseBody
    void changeAddress(@PathVariable String token, @RequestBody AddressRequest request, HttpServletRequest call) {
        move(own.byManageToken(token), request.email(), call);
    }

    @PostMapping("/registrations/{token}/transfer")
    ResponseEntity<String> transferOnPage(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest call) {
        Registration registration = own.byManageToken(token);
        try {
            passOn(registration, new TransferRequest(fields.getFirst("email"), fields.getFirst("name"), null), call);
        } catch (Refusal refusal) {
            return ownPage.of(token, registration, new Attempt("transfer", fields, refusal));
        }
        return asked(token, registration);
    }

    @PostMapping("/registrations/{token}/address")
    ResponseEntity<String> changeAddressOnPage(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> fields, HttpServletRequest call) {
        Registration registration = own.byManageToken(token);
        try {
            move(registration, fields.getFirst("email"), call);
        } catch (Refusal refusal) {
            return ownPage.of(token, registration, new Attempt("address", fields, refusal));
        }
        return asked(token, registration);
    }

    private void passOn(Registration registration, TransferRequest request, HttpServletRequest call) {
        Findings findings = new Findings();
        Person giver = registration.person();
        Person colleague = new Person(
                SignUpRules.email(findings, "email", request.email()),
                findings.line("name", request.name(), SignUpRules.LONGEST_NAME),
                request.locale() == null ? giver.language() : findings.language("locale", request.locale()),
                giver.timeZone(),
                null,
                null);
        findings.refuseIfAny();
        defence.admit(List.of(colleague.email().key()), call);
        offering.offer(registration, colleague, Takeover.As.COLLEAGUE);
    }

    private void move(Registration registration, @Nullable String written, HttpServletRequest call) {
        Findings findings = new Findings();
        EmailAddress email = SignUpRules.email(findings, "email", written);
        findings.refuseIfAny();
        defence.admit(List.of(email.key()), call);
        offering.offer(registration, registration.person().at(email), Takeover.As.NEW_ADDRESS);
    }

    private ResponseEntity<String> asked(String token, Registration registration) {
        return page.of("asked", page.languageOf(registration.person().language()))
                .heldBy(own.activityOf(registration).network())
                .with("back", URI.create("/registrations/" + token))
                .answer(HttpStatus.OK);
    }
}

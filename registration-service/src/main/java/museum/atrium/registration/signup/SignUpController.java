package museum.atrium.registration.signup;

import jakarta.servlet.http.HttpServletRequest;
import museum.atrium.registration.defence.Defence;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignUpController {

    private final SigningUp signingUp;
    private final KeysOfRequests keys;
    private final Defence defence;

    SignUpController(SigningUp signingUp, KeysOfRequests keys, Defence defence) {
        this.signingUp = signingUp;
        this.keys = keys;
        this.defence = defence;
    }

    @PostMapping("/api/activities/{slug}/registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer signUp(
            @PathVariable String slug,
            @RequestBody SignUpRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest call) {
        Party party = SignUpRules.check(slug, request, keys.of(key, request));
        defence.admit(party.addresses(), call);
        return signingUp.signUp(party);
    }

    /** All of them, or none. */
    @PostMapping("/api/activities/{slug}/group-registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer signUpTogether(
            @PathVariable String slug,
            @RequestBody GroupRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest call) {
        Party party = SignUpRules.check(slug, request, keys.of(key, request));
        defence.admit(party.addresses(), call);
        return signingUp.signUpTogether(party);
    }
}

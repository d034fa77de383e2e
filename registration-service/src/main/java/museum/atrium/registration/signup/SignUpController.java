package museum.atrium.registration.signup;

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

    SignUpController(SigningUp signingUp, KeysOfRequests keys) {
        this.signingUp = signingUp;
        this.keys = keys;
    }

    @PostMapping("/api/activities/{slug}/registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer signUp(
            @PathVariable String slug,
            @RequestBody SignUpRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return signingUp.signUp(SignUpRules.check(slug, request, keys.of(key, request)));
    }

    /** All of them, or none. */
    @PostMapping("/api/activities/{slug}/group-registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer signUpTogether(
            @PathVariable String slug,
            @RequestBody GroupRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return signingUp.signUpTogether(SignUpRules.check(slug, request, keys.of(key, request)));
    }
}

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
class SubscriptionController {

    private final SigningUp signingUp;
    private final SigningUpSubscribers subscribers;
    private final OwnRegistrations own;
    private final KeysOfRequests keys;

    SubscriptionController(
            SigningUp signingUp, SigningUpSubscribers subscribers, OwnRegistrations own, KeysOfRequests keys) {
        this.signingUp = signingUp;
        this.subscribers = subscribers;
        this.own = own;
        this.keys = keys;
    }

    @PostMapping("/api/series/{slug}/subscriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer subscribe(
            @PathVariable String slug,
            @RequestBody SubscriptionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return signingUp.signUp(SignUpRules.check(slug, request, keys.of(key, request)));
    }

    @PostMapping("/api/registrations/{token}/sign-ups")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer signUp(@PathVariable String token, @RequestBody SubscriberSignUp request) {
        return subscribers.signUp(own.byManageToken(token), request);
    }
}

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
class SubscriptionController {

    private final SigningUp signingUp;
    private final SigningUpSubscribers subscribers;
    private final OwnRegistrations own;
    private final KeysOfRequests keys;
    private final Defence defence;

    SubscriptionController(
            SigningUp signingUp,
            SigningUpSubscribers subscribers,
            OwnRegistrations own,
            KeysOfRequests keys,
            Defence defence) {
        this.signingUp = signingUp;
        this.subscribers = subscribers;
        this.own = own;
        this.keys = keys;
        this.defence = defence;
    }

    @PostMapping("/api/series/{slug}/subscriptions")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer subscribe(
            @PathVariable String slug,
            @RequestBody SubscriptionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest call) {
        Party party = SignUpRules.check(slug, request, keys.of(key, request));
        defence.admit(party.addresses(), call);
        return signingUp.signUp(party);
    }

    @PostMapping("/api/registrations/{token}/sign-ups")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SigningUp.Answer signUp(@PathVariable String token, @RequestBody SubscriberSignUp request) {
        return subscribers.signUp(own.byManageToken(token), request);
    }
}

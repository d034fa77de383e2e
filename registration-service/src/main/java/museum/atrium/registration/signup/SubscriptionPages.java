package museum.atrium.registration.signup;

import java.net.URI;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.PersonalPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons on the page of a subscription by which one takes part in an activity of the series. */
@PersonalPage
class SubscriptionPages {

    private final OwnRegistrations own;
    private final SigningUpSubscribers subscribers;
    private final OwnRegistrationPage page;

    SubscriptionPages(OwnRegistrations own, SigningUpSubscribers subscribers, OwnRegistrationPage page) {
        this.own = own;
        this.subscribers = subscribers;
        this.page = page;
    }

    /** The page says afterwards what one is signed up for, and why one could not be. */
    @PostMapping("/registrations/{token}/sign-ups")
    ResponseEntity<String> signUp(@PathVariable String token, @RequestParam MultiValueMap<String, String> fields) {
        Registration subscription = own.byManageToken(token);
        if (!own.activityOf(subscription).isSeries()) {
            throw Refusal.notFound("This link is not that of a subscription.");
        }
        try {
            subscribers.signUp(
                    subscription,
                    new SubscriberSignUp(fields.getFirst("activity"), fields.getFirst("name"), null, null, null, null));
        } catch (Refusal refusal) {
            return page.of(token, subscription, new Attempt("sign-ups", fields, refusal));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/registrations/" + token))
                .build();
    }
}

package museum.atrium.registration.signup;

import java.util.List;
import java.util.Optional;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.ActivityStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs subscribers up for activities of their series, as who they are there; their address is proven by the subscription. */
@Component
class SigningUpSubscribers {

    private static final int LONGEST_SLUG = 200;

    private final OwnRegistrations own;
    private final Activities activities;
    private final SigningUp signingUp;

    SigningUpSubscribers(OwnRegistrations own, Activities activities, SigningUp signingUp) {
        this.own = own;
        this.activities = activities;
        this.signingUp = signingUp;
    }

    /** @throws Refusal 409 if this is no subscription, or none that is in force; else as for everybody who signs up */
    SigningUp.Answer signUp(Registration subscription, SubscriberSignUp request) {
        Activity series = own.activityOf(subscription);
        if (!series.isSeries()) {
            throw Refusal.conflict(
                    "no-subscription", "This is the registration for an activity, not the subscription of a series.");
        }
        if (!(subscription.standing() instanceof Standing.Interested)) {
            throw Refusal.conflict("not-subscribed", "This subscription is not confirmed yet, or has ended.");
        }
        Findings findings = new Findings();
        String slug = findings.line("activity", request.activity(), LONGEST_SLUG);
        if (!slug.isEmpty() && find(slug, series).isEmpty()) {
            findings.add("activity", "is not the slug of an activity of this series");
        }
        Person person = subscription.person();
        Wish wish = new Wish(
                person.email(),
                name(findings, request.name(), person),
                person.language(),
                person.timeZone(),
                person.country(),
                person.affiliation(),
                null,
                SignUpRules.answers(findings, "", request.answers(), request.consents(), request.accessibilityNeeds()),
                true);
        Party party = new Party(slug, List.of(wish), SignUpRules.code(findings, request.code()), null);
        findings.refuseIfAny();
        return signingUp.signUp(party);
    }

    private Optional<Activity> find(String slug, Activity series) {
        return activities
                .findBySlug(slug)
                .filter(activity -> activity.status() != ActivityStatus.DRAFT)
                .filter(activity -> activity.series() != null
                        && activity.series().id().equals(series.id().value()));
    }

    /** Taking part needs a name, subscribing does not. */
    private static String name(Findings findings, @Nullable String written, Person person) {
        return person.name().isEmpty() || written != null && !written.isBlank()
                ? findings.line("name", written, SignUpRules.LONGEST_NAME)
                : person.name();
    }
}

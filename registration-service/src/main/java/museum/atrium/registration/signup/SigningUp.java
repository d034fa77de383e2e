package museum.atrium.registration.signup;

import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.springframework.stereotype.Component;

/** Has a party admitted, and says what came of it. */
@Component
class SigningUp {

    private final Admission admission;

    SigningUp(Admission admission) {
        this.admission = admission;
    }

    /** What somebody who comes now gets, which is all that is told. */
    record Answer(RegistrationStatus status) {}

    /** @throws Refusal if they get nothing; its fields are those of one person's request */
    Answer signUp(Party party) {
        return admit(party, false);
    }

    /** @throws Refusal if they get nothing; its fields are those of a group's request */
    Answer signUpTogether(Party party) {
        return admit(party, true);
    }

    private Answer admit(Party party, boolean group) {
        String slug = party.slug();
        return switch (admission.admit(party)) {
            case SignUpAnswer.Accepted accepted -> new Answer(accepted.status());
            case SignUpAnswer.UnknownActivity unknown ->
                throw Refusal.notFound(
                        party.subscription()
                                ? "There is no series '" + slug + "'."
                                : "There is no activity '" + slug + "' in the programme.");
            case SignUpAnswer.Closed closed -> throw closed(slug);
            case SignUpAnswer.Full full ->
                throw Refusal.conflict(
                        "full",
                        group
                                ? "'" + slug + "' has not enough places for all of you, and no waitlist."
                                : "All places of '" + slug + "' are taken, and it has no waitlist.");
            case SignUpAnswer.UnknownSessions unknown ->
                throw Refusal.invalid(new FieldError(
                        field(group, unknown.wish(), "sessions"),
                        "has sessions that cannot be chosen (not of this activity, cancelled or over): "
                                + unknown.sessions()));
            case SignUpAnswer.OtherDomain other ->
                throw Refusal.invalid(new FieldError(
                        field(group, other.wish(), "email"),
                        "must be an address at " + String.join(" or ", other.allowed())));
            case SignUpAnswer.AnswersWrong wrong ->
                throw Refusal.invalid(wrong.errors().stream()
                        .map(error -> new FieldError(field(group, wrong.wish(), error.field()), error.message()))
                        .toList());
            case SignUpAnswer.CodeNeeded needed ->
                throw Refusal.invalid(new FieldError(
                        "code", "is required: this activity is by invitation; enter the code that you got"));
            case SignUpAnswer.NoCodeNeeded none ->
                throw Refusal.invalid(new FieldError("code", "is not asked for by this activity; leave it out"));
            case SignUpAnswer.CodeWorthless worthless ->
                throw Refusal.invalid(
                        new FieldError("code", "does not admit to this activity, or not so many; ask who invited you"));
            case SignUpAnswer.KeyUsedOtherwise used ->
                throw Refusal.invalid(new FieldError(
                        "Idempotency-Key", "was used for another request already; use a new one for each sign-up"));
        };
    }

    static Refusal closed(String slug) {
        return Refusal.conflict("sign-up-closed", "Sign-up for '" + slug + "' is closed.");
    }

    private static String field(boolean group, int wish, String name) {
        return group ? "people[" + wish + "]." + name : name;
    }
}

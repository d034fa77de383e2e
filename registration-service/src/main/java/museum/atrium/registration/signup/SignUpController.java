package museum.atrium.registration.signup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class SignUpController {

    private static final int LONGEST_KEY = 255;

    private final Admission admission;
    private final JsonMapper json;

    SignUpController(Admission admission, JsonMapper json) {
        this.admission = admission;
        this.json = json;
    }

    record Answer(RegistrationStatus status) {}

    @PostMapping("/api/activities/{slug}/registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer signUp(
            @PathVariable String slug,
            @RequestBody SignUpRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return admit(SignUpRules.check(slug, request, key(key, request)), false);
    }

    /** All of them, or none. */
    @PostMapping("/api/activities/{slug}/group-registrations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer signUpTogether(
            @PathVariable String slug,
            @RequestBody GroupRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return admit(SignUpRules.check(slug, request, key(key, request)), true);
    }

    private Answer admit(Party party, boolean group) {
        String slug = party.slug();
        return switch (admission.admit(party)) {
            case SignUpAnswer.Accepted accepted -> new Answer(accepted.status());
            case SignUpAnswer.UnknownActivity unknown ->
                throw Refusal.notFound("There is no activity '" + slug + "' in the programme.");
            case SignUpAnswer.Closed closed ->
                throw Refusal.conflict("sign-up-closed", "Sign-up for '" + slug + "' is closed.");
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

    private static String field(boolean group, int wish, String name) {
        return group ? "people[" + wish + "]." + name : name;
    }

    private @Nullable IdempotencyKey key(@Nullable String key, Record request) {
        if (key == null) {
            return null;
        }
        boolean printable = IntStream.range(0, key.length()).allMatch(i -> key.charAt(i) > ' ' && key.charAt(i) < 127);
        if (key.isEmpty() || key.length() > LONGEST_KEY || !printable) {
            throw Refusal.badRequest(
                    "The header 'Idempotency-Key' must have 1 to " + LONGEST_KEY + " printable ASCII characters.");
        }
        try {
            byte[] body = json.writeValueAsBytes(request);
            return new IdempotencyKey(key, MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

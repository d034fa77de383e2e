package museum.atrium.registration.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.defence.Defence;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Signing up by the form on a public page: by the rules of the API, and with no more to learn from the answer. */
@Component
public class FormSignUps {

    private final SigningUp signingUp;
    private final Defence defence;
    private final Clock clock;

    FormSignUps(SigningUp signingUp, Defence defence, Clock clock) {
        this.signingUp = signingUp;
        this.defence = defence;
        this.clock = clock;
    }

    /**
     * @param fields {@code email}, {@code name}, {@code timeZone}, {@code country}, {@code affiliation}, {@code code}, {@code sessions} once for each ticked box, and those
     *     of {@link AnswersForm#read}
     * @param language of the mails: that of the page
     * @return what somebody who comes now gets
     * @throws Refusal if they get nothing; its fields are those of the form
     */
    public RegistrationStatus signUp(
            Activity activity, MultiValueMap<String, String> fields, Locale language, HttpServletRequest call) {
        refuseDoubled(fields);
        Answers answers = AnswersForm.read(fields, Answers.NONE, activity.form());
        SignUpRequest request = new SignUpRequest(
                fields.getFirst("email"),
                fields.getFirst("name"),
                language.toLanguageTag(),
                orNull(fields.getFirst("timeZone")),
                orNull(fields.getFirst("country")),
                orNull(fields.getFirst("affiliation")),
                sessions(activity, fields.get("sessions")),
                answers.answers(),
                new HashMap<String, @Nullable Boolean>(answers.consents()),
                answers.needs(),
                orNull(fields.getFirst("code")));
        Party party = SignUpRules.check(activity.slug(), request, null);
        defence.admit(party.addresses(), call);
        return signingUp.signUp(party).status();
    }

    /** Those that can be chosen; none where there is nothing to choose. */
    static List<Session> choice(Activity activity, Instant now) {
        return ChangeForm.offersChoice(activity)
                ? activity.scheduledSessions().stream()
                        .filter(session -> session.endsAt().isAfter(now))
                        .toList()
                : List.of();
    }

    private @Nullable List<@Nullable String> sessions(Activity activity, @Nullable List<String> ticked) {
        List<String> offered = choice(activity, clock.instant()).stream()
                .map(session -> session.id().toString())
                .toList();
        if (offered.isEmpty()) {
            return null;
        }
        if (ticked == null) {
            throw Refusal.invalid(new FieldError("sessions", "must name one session at least"));
        }
        return ticked.containsAll(offered) ? null : new ArrayList<>(ticked);
    }

    /** Of two of them it could not be said which is meant. */
    private static void refuseDoubled(MultiValueMap<String, String> fields) {
        List<FieldError> doubled = Stream.of("email", "name", "timeZone", "country", "affiliation", "code")
                .filter(field -> fields.getOrDefault(field, List.of()).size() > 1)
                .map(field -> new FieldError(field, "may be given once"))
                .toList();
        if (!doubled.isEmpty()) {
            throw Refusal.invalid(doubled);
        }
    }

    private static @Nullable String orNull(@Nullable String written) {
        return written == null || written.isBlank() ? null : written.strip();
    }
}

package museum.atrium.registration.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.defence.Defence;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SignUpState;
import museum.atrium.registration.programme.SignUpTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Signing up by the form on a public page: by the rules of the API, and with no more to learn from the answer. What is wrong
 * is told at once, also what the API looks at after the fields: who fills in a form should not have to send it twice.
 */
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
        if (activity.signUpState(clock.instant()) == SignUpState.CLOSED) {
            throw SigningUp.closed(activity.slug());
        }
        Findings findings = new Findings();
        Party party = party(findings, activity, new SentForm(fields), language);
        findings.refuseIfAny();
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

    private Party party(Findings findings, Activity activity, SentForm form, Locale language) {
        form.refuseDoubled(findings, "email", "name", "timeZone", "country", "affiliation", "code");
        Answers answers = AnswersForm.read(form.fields(), Answers.NONE, activity.form());
        SignUpRequest request = new SignUpRequest(
                form.value("email"),
                form.value("name"),
                language.toLanguageTag(),
                form.value("timeZone"),
                form.value("country"),
                form.value("affiliation"),
                sessions(findings, activity, form.fields().get("sessions")),
                answers.answers(),
                new HashMap<String, @Nullable Boolean>(answers.consents()),
                answers.needs(),
                form.value("code"));
        Party party = SignUpRules.party(findings, activity.slug(), request, null);
        new AnswerRules(activity.form()).check(answers).forEach(error -> findings.add(error.field(), error.message()));
        checkTerms(findings, activity.signUp(), party);
        return party;
    }

    private static void checkTerms(Findings findings, SignUpTerms terms, Party party) {
        boolean elsewhere = party.wishes().stream()
                .map(wish -> wish.email().domain())
                .anyMatch(domain -> !terms.allowedDomains().contains(domain));
        if (!terms.allowedDomains().isEmpty() && elsewhere) {
            findings.add("email", "must be an address at " + String.join(" or ", terms.allowedDomains()));
        }
        if (terms.invitationOnly() && party.code() == null) {
            findings.add("code", "is required: this activity is by invitation");
        }
    }

    private @Nullable List<@Nullable String> sessions(
            Findings findings, Activity activity, @Nullable List<String> ticked) {
        List<String> offered = choice(activity, clock.instant()).stream()
                .map(session -> session.id().toString())
                .toList();
        if (offered.isEmpty()) {
            return null;
        }
        if (ticked == null) {
            findings.add("sessions", "must name one session at least");
            return null;
        }
        return ticked.containsAll(offered) ? null : new ArrayList<>(ticked);
    }
}

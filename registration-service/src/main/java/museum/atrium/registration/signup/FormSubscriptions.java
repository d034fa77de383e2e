package museum.atrium.registration.signup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import museum.atrium.http.Refusal;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.defence.Defence;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Subscribing to a series by the form on its public page: by the rules of the API, and with no more to learn from the answer. */
@Component
public class FormSubscriptions {

    private final SigningUp signingUp;
    private final Defence defence;

    FormSubscriptions(SigningUp signingUp, Defence defence) {
        this.signingUp = signingUp;
        this.defence = defence;
    }

    /**
     * @param fields {@code email}, {@code name}, {@code timeZone}
     * @param language of the mails: that of the page
     * @return what somebody who comes now gets
     * @throws Refusal if they get nothing; its fields are those of the form
     */
    public RegistrationStatus subscribe(
            String series, MultiValueMap<String, String> fields, Locale language, HttpServletRequest call) {
        SentForm form = new SentForm(fields);
        Findings findings = new Findings();
        form.refuseDoubled(findings, "email", "name", "timeZone");
        SubscriptionRequest request = new SubscriptionRequest(
                form.value("email"), form.value("name"), language.toLanguageTag(), form.value("timeZone"));
        Party party = SignUpRules.party(findings, series, request, null);
        findings.refuseIfAny();
        defence.admit(party.addresses(), call);
        return signingUp.signUp(party).status();
    }
}

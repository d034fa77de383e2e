package museum.atrium.registration.signup;

import java.util.UUID;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.programme.SignUpForms;
import museum.atrium.registration.signup.HeldData.Answered;
import museum.atrium.registration.signup.HeldData.Invited;
import museum.atrium.registration.signup.HeldDataMapper.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is held of how somebody signed up: what they were asked and answered, and the code that admitted them. */
@Component
class HeldAnswers {

    private final SignUpForms forms;
    private final InvitationCodes codes;
    private final HeldDataMapper mapper;

    HeldAnswers(SignUpForms forms, InvitationCodes codes, HeldDataMapper mapper) {
        this.forms = forms;
        this.codes = codes;
        this.mapper = mapper;
    }

    /** In the words of the form that was answered, whatever is asked now. */
    Answered of(Registration registration, Reader reader) {
        Answers answers = registration.answers();
        SignUpForm form = forms.asked(registration.activity(), answers.version());
        return new Answered(
                form.version(),
                answers.givenAt(),
                form.questions().stream()
                        .map(question -> mapper.question(question, answers, reader))
                        .toList(),
                form.consents().stream()
                        .map(consent -> mapper.consent(consent, answers, reader))
                        .toList(),
                mapper.notice(form.notice(), reader),
                answers.needs());
    }

    @Nullable Invited invitationOf(Registration registration) {
        UUID code = registration.invitation();
        return code == null ? null : codes.find(code).map(mapper::invitation).orElse(null);
    }
}

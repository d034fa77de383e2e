package museum.atrium.registration.signup;

import java.util.Set;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SignUpForm;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a person writes about themselves, chooses and answers.
 *
 * @param sessions null: all
 */
public record Choice(Person person, @Nullable Set<SessionId> sessions, Answers answers) {

    /** With what was entered into the form of a page. */
    Choice answering(MultiValueMap<String, String> fields, SignUpForm form) {
        return new Choice(person, sessions, AnswersForm.read(fields, answers, form));
    }
}

package museum.atrium.registration.signup;

import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.registration.programme.SessionId;

/** What admission says to those who want to take part. The numbers of wishes count from 0. */
sealed interface SignUpAnswer {

    record Accepted(RegistrationStatus status) implements SignUpAnswer {}

    record UnknownActivity() implements SignUpAnswer {}

    record Closed() implements SignUpAnswer {}

    record Full() implements SignUpAnswer {}

    record UnknownSessions(int wish, List<SessionId> sessions) implements SignUpAnswer {}

    record OtherDomain(int wish, List<String> allowed) implements SignUpAnswer {}

    /** @param errors by field, as if the wish were alone */
    record AnswersWrong(int wish, List<FieldError> errors) implements SignUpAnswer {}

    record CodeNeeded() implements SignUpAnswer {}

    record NoCodeNeeded() implements SignUpAnswer {}

    /** Unknown, of another activity, meant for somebody else, or used up: which of these is nobody's business. */
    record CodeWorthless() implements SignUpAnswer {}

    record KeyUsedOtherwise() implements SignUpAnswer {}
}

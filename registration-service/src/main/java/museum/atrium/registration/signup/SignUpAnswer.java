package museum.atrium.registration.signup;

import java.util.List;
import museum.atrium.registration.programme.SessionId;

/** What admission says to somebody who wants to take part. */
sealed interface SignUpAnswer {

    record Accepted(RegistrationStatus status) implements SignUpAnswer {}

    record UnknownActivity() implements SignUpAnswer {}

    record Closed() implements SignUpAnswer {}

    record Full() implements SignUpAnswer {}

    record UnknownSessions(List<SessionId> sessions) implements SignUpAnswer {}

    record KeyUsedOtherwise() implements SignUpAnswer {}
}

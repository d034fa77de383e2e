package museum.atrium.registration.signup;

import java.util.List;
import museum.atrium.registration.programme.SessionId;

/**
 * It was said of these that they came, or how long they stayed; told inside the transaction that noted it, which has locked
 * them.
 */
public record AttendanceCounted(SessionId session, Attending.Source source, List<RegistrationId> registrations) {}

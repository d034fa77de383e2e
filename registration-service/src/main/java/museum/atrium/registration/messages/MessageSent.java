package museum.atrium.registration.messages;

import java.util.List;
import museum.atrium.registration.signup.RegistrationId;

/** An organiser has written to these; told inside the transaction that holds the activity's lock. */
public record MessageSent(Message message, List<RegistrationId> recipients) {}

package museum.atrium.registration.announcing;

import java.time.Instant;
import java.util.UUID;

/** {@code contracts/events/reminder.schema.json}: a reminder fell due, for however many people. */
record ReminderContract(
        UUID activity, UUID session, long sessionRevision, String distance, Instant dueAt, Instant expiresAt) {}

package museum.atrium.notification.audience;

import java.util.Map;
import java.util.UUID;

/** What was known of an activity before the event at hand. */
record KnownActivity(boolean known, boolean cancelled, Map<UUID, KnownSession> sessions) {}

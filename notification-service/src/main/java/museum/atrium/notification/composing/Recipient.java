package museum.atrium.notification.composing;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/** The one person a mail goes to, with the language and the time zone that it is written in. */
public record Recipient(UUID registration, String email, String name, Locale language, ZoneId timeZone) {}

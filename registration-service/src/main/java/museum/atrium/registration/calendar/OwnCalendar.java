package museum.atrium.registration.calendar;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** What one registration, or all of an address, puts into its owner's calendar; no entries: what was there is taken out of it. */
record OwnCalendar(String name, List<Entry> entries) {

    /** @param now becomes each entry's DTSTAMP: with a METHOD that is when it was written, not when it last changed */
    byte[] writtenAt(Instant now) {
        return CalendarFile.of(
                name, entries.stream().map(entry -> entry.stamped(now)).toList());
    }

    /** An entity tag, a weak one: the same as long as nothing changes but the time at which it is written. */
    String tag() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(writtenAt(Instant.EPOCH));
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 16) + "\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}

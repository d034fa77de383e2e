package museum.atrium.recording.organizers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.pages.PageReader;

/** When a recording is to be published, as a form has it: a day and a time, by the clocks of a place. */
final class PublicationTime {

    private PublicationTime() {}

    /** Where whoever fills in the form is, by IANA id; Greenwich where nobody knows. */
    static String zone(PageReader reader) {
        ZoneId zone = reader.zone();
        return zone == null ? "UTC" : zone.getId();
    }

    /**
     * @param written like {@code 2030-03-01T14:00}
     * @throws Refusal 422 if it is no time, has passed, or there is no such place
     */
    static Instant read(String written, String zone, Instant now) {
        Instant at;
        try {
            ZoneId place = ZoneId.of(zone);
            LocalDateTime local = LocalDateTime.parse(written);
            if (place.getRules().getValidOffsets(local).isEmpty()) {
                throw wrong("does not exist there: clocks are put forward past it on that day");
            }
            at = local.atZone(place).toInstant();
        } catch (DateTimeException noTime) {
            throw wrong("must be a day and a time, like 2030-03-01T14:00");
        }
        if (!at.isAfter(now)) {
            throw wrong("has passed: give a later time, or publish it now");
        }
        return at;
    }

    private static Refusal wrong(String why) {
        return Refusal.invalid(new FieldError("at", why));
    }
}

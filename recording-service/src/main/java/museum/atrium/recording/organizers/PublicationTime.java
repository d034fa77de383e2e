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
     * @throws Refusal 422 if it is no time, or there is no such place
     */
    static Instant read(String written, String zone) {
        try {
            return LocalDateTime.parse(written).atZone(ZoneId.of(zone)).toInstant();
        } catch (DateTimeException noTime) {
            throw Refusal.invalid(new FieldError("at", "must be a day and a time, like 2030-03-01T14:00"));
        }
    }
}

package museum.atrium.registration.certificates;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says, on paper and to whoever checks it: as names and titles are written today, with the days that they
 * were where the participant is.
 *
 * @param title of the activity
 * @param sessions that were attended
 * @param minutes attended in all
 * @param revokedOn null: it is valid
 */
record CertificateFacts(
        String code,
        Status status,
        String name,
        String title,
        List<String> organizations,
        List<Attended> sessions,
        int minutes,
        LocalDate issuedOn,
        @Nullable LocalDate revokedOn) {

    enum Status {
        VALID,
        REVOKED
    }

    record Attended(String title, LocalDate date) {}

    /** Like {@code 3 h 30 min}, in symbols that are the same in every language. */
    String time() {
        int hours = minutes / 60;
        int rest = minutes % 60;
        String whole = hours + "\u00a0h";
        String part = rest + "\u00a0min";
        return hours == 0 ? part : rest == 0 ? whole : whole + " " + part;
    }

    /** Never whose it is: this may end in a log. */
    @Override
    public String toString() {
        return "a certificate";
    }
}

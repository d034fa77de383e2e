package museum.atrium.registration.certificates;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import museum.atrium.registration.pages.SessionTimes;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the words of a language, for a template.
 *
 * @param status the end of a key in the messages
 * @param revoked when; empty: it was not
 */
record CertificateWords(
        String code,
        String status,
        String name,
        String title,
        String organizations,
        List<Line> sessions,
        String time,
        String issued,
        String revoked) {

    private static final String BETWEEN = " \u00b7 ";

    record Line(String title, String date) {}

    static CertificateWords of(CertificateFacts facts, Locale language) {
        // A day is the same everywhere: no zone moves it any more.
        SessionTimes times = new SessionTimes(language, ZoneOffset.UTC);
        return new CertificateWords(
                facts.code(),
                facts.status().name(),
                facts.name(),
                facts.title(),
                String.join(BETWEEN, facts.organizations()),
                facts.sessions().stream()
                        .map(session -> new Line(session.title(), times.day(session.date())))
                        .toList(),
                facts.time(),
                times.day(facts.issuedOn()),
                day(facts.revokedOn(), times));
    }

    private static String day(@Nullable LocalDate day, SessionTimes times) {
        return day == null ? "" : times.day(day);
    }

    /** Never whose it is: this may end in a log. */
    @Override
    public String toString() {
        return "a certificate";
    }
}

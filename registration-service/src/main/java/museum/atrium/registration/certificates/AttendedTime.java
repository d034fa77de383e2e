package museum.atrium.registration.certificates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.CertificateTerms;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Registration;

/**
 * How much somebody attended of the live sessions that they had chosen, and that took place.
 *
 * @param minutes attended
 * @param possible minutes that these sessions last
 * @param sessions attended, earliest first
 */
record AttendedTime(int minutes, int possible, List<SessionId> sessions) {

    private static final long ALL = 100;

    /** @param stayed minutes for each session that they came to; empty where it is not known how long, which counts as to its end */
    static AttendedTime of(Registration registration, Activity activity, Map<SessionId, Optional<Integer>> stayed) {
        int minutes = 0;
        int possible = 0;
        List<SessionId> sessions = new ArrayList<>();
        for (Session session : activity.liveSessions()) {
            if (registration.includes(session.id())) {
                int whole = session.minutes();
                int attended = stayed.containsKey(session.id())
                        ? Math.min(whole, stayed.get(session.id()).orElse(whole))
                        : 0;
                possible += whole;
                minutes += attended;
                if (attended > 0) {
                    sessions.add(session.id());
                }
            }
        }
        return new AttendedTime(minutes, possible, List.copyOf(sessions));
    }

    boolean isEnough(CertificateTerms terms) {
        return minutes > 0 && minutes * ALL >= (long) possible * terms.minimumPercent();
    }
}

package museum.atrium.registration.speakers;

import static java.util.Objects.requireNonNullElse;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.SignUpRules;
import org.jspecify.annotations.Nullable;

/** What an organiser may write about a speaker. */
final class SpeakerRules {

    private SpeakerRules() {}

    /** @param sessions null: all */
    record Plan(Invitee invitee, @Nullable Set<SessionId> sessions) {}

    /**
     * Who told no language and no zone is written to in the activity's language, and in the zone of its first session.
     *
     * @param kept sessions that need not be of those that take place, because they were chosen before
     * @throws museum.atrium.http.Refusal naming every field that is wrong
     */
    static Plan check(SpeakerRequest request, Activity activity, @Nullable Set<SessionId> kept) {
        Findings findings = new Findings();
        Set<SessionId> sessions = SignUpRules.sessions(findings, request.sessions());
        Plan plan = new Plan(
                new Invitee(
                        SignUpRules.email(findings, "email", request.email()),
                        findings.line("name", request.name(), SignUpRules.LONGEST_NAME),
                        request.language() == null
                                ? activity.language()
                                : findings.language("language", request.language()),
                        request.timeZone() == null ? home(activity) : findings.zone("timeZone", request.timeZone())),
                sessions);
        List<SessionId> unknown = requireNonNullElse(sessions, Set.<SessionId>of()).stream()
                .filter(session ->
                        !requireNonNullElse(kept, Set.<SessionId>of()).contains(session))
                .filter(session ->
                        activity.session(session).filter(Session::takesPlace).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            findings.add("sessions", "has sessions that are not of this activity or cancelled: " + unknown);
        }
        findings.refuseIfAny();
        return plan;
    }

    private static ZoneId home(Activity activity) {
        return activity.scheduledSessions().stream()
                .findFirst()
                .map(Session::timeZone)
                .orElse(ZoneId.of("UTC"));
    }
}

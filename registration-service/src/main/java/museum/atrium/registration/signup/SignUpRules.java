package museum.atrium.registration.signup;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.SessionId;
import org.jspecify.annotations.Nullable;

/** What a person may write about themselves and choose. */
final class SignUpRules {

    static final int LONGEST_NAME = 500;
    static final int LONGEST_AFFILIATION = 300;
    private static final int MOST_SESSIONS = 500;
    private static final EmailAddress NOBODY = new EmailAddress("", "");

    private SignUpRules() {}

    /** @throws museum.atrium.http.Refusal naming every field that is wrong */
    static Wish check(String slug, SignUpRequest request, @Nullable IdempotencyKey key) {
        Findings findings = new Findings();
        if (request.answers() != null && !request.answers().isEmpty()) {
            findings.add("answers", "has answers to questions that this activity does not ask");
        }
        Wish wish = new Wish(
                slug,
                email(findings, request.email()),
                findings.line("name", request.name(), LONGEST_NAME),
                request.locale() == null ? null : findings.language("locale", request.locale()),
                request.timeZone() == null ? null : findings.zone("timeZone", request.timeZone()),
                findings.country("country", request.country()),
                findings.optionalLine("affiliation", request.affiliation(), LONGEST_AFFILIATION),
                sessions(findings, request.sessions()),
                key);
        findings.refuseIfAny();
        return wish;
    }

    /** None named stands for all. */
    static @Nullable Set<SessionId> sessions(Findings findings, @Nullable List<@Nullable String> ids) {
        if (ids == null || ids.isEmpty()) {
            return null;
        }
        if (ids.size() > MOST_SESSIONS) {
            findings.add("sessions", "may have " + MOST_SESSIONS + " entries at most");
            return null;
        }
        Set<SessionId> sessions = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            try {
                sessions.add(new SessionId(UUID.fromString(String.valueOf(ids.get(i)))));
            } catch (IllegalArgumentException e) {
                findings.add("sessions[" + i + "]", "is not the id of a session");
            }
        }
        return sessions;
    }

    private static EmailAddress email(Findings findings, @Nullable String written) {
        if (written == null || written.isBlank()) {
            findings.add("email", "is required");
            return NOBODY;
        }
        return EmailAddress.parse(written).orElseGet(() -> {
            findings.add("email", "is not a mail address; write one like 'ana@example.org'");
            return NOBODY;
        });
    }
}

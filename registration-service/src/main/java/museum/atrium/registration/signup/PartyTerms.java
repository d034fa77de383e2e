package museum.atrium.registration.signup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import museum.atrium.http.FieldError;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SignUpTerms;

/** What an activity asks of everyone who comes, whether there are places or not. */
record PartyTerms(Invitations invitations, Instant now) {

    /** @param newcomers how many of the party are not in already */
    Optional<SignUpAnswer> refusal(Seating seating, Party party, int newcomers) {
        SignUpTerms terms = seating.signUp();
        for (int i = 0; i < party.wishes().size(); i++) {
            Wish wish = party.wishes().get(i);
            Set<SessionId> sessions = wish.sessions();
            List<SessionId> unknown = sessions == null ? List.of() : seating.unknown(sessions, now);
            if (!unknown.isEmpty()) {
                return Optional.of(new SignUpAnswer.UnknownSessions(i, unknown));
            }
            if (!terms.allowedDomains().isEmpty()
                    && !terms.allowedDomains().contains(wish.email().domain())) {
                return Optional.of(new SignUpAnswer.OtherDomain(i, terms.allowedDomains()));
            }
            List<FieldError> wrong = new AnswerRules(seating.form()).check(wish.answers());
            if (!wrong.isEmpty()) {
                return Optional.of(new SignUpAnswer.AnswersWrong(i, wrong));
            }
        }
        return invitation(seating, party, newcomers);
    }

    private Optional<SignUpAnswer> invitation(Seating seating, Party party, int newcomers) {
        if (!seating.signUp().invitationOnly()) {
            return party.code() == null ? Optional.empty() : Optional.of(new SignUpAnswer.NoCodeNeeded());
        }
        if (party.code() == null) {
            return Optional.of(new SignUpAnswer.CodeNeeded());
        }
        return invitations.admits(seating.activity(), party, newcomers)
                ? Optional.empty()
                : Optional.of(new SignUpAnswer.CodeWorthless());
    }
}

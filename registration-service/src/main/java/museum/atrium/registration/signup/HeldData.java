package museum.atrium.registration.signup;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import museum.atrium.registration.programme.ActivityKind;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SessionStatus;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.reachability.Reach;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that this service holds about one registration, in the words that its owner was asked in.
 *
 * @param linkVersion of the links that open it
 * @param happened in the order in which it last did
 * @param attended sessions, when the live room was first entered
 * @param reach whether mails reach them, and which they stopped
 * @param elsewhere what the other services hold
 */
public record HeldData(
        RegistrationId id,
        long revision,
        int linkVersion,
        ForActivity activity,
        Who person,
        Chosen chosen,
        Stands standing,
        List<Happened> happened,
        Answered answered,
        @Nullable Invited invitation,
        List<Attended> attended,
        List<HeldCertificates.HeldCertificate> certificates,
        Reach reach,
        List<Elsewhere> elsewhere) {

    record ForActivity(String slug, ActivityKind kind, String title) {}

    /** @param comparedAs the form of the address by which it is found again */
    record Who(
            String email,
            String comparedAs,
            String name,
            String locale,
            String timeZone,
            @Nullable String country,
            @Nullable String affiliation) {}

    /** @param all whether every session is meant, also one that is added later */
    record Chosen(boolean all, List<ChosenSession> sessions) {}

    record ChosenSession(
            SessionId id, String title, Instant startsAt, Instant endsAt, String timeZone, SessionStatus status) {}

    /**
     * @param placeInLine the number drawn on joining the waitlist
     * @param repeatedAt when the same address last signed up again
     */
    record Stands(
            RegistrationStatus status,
            Standing.@Nullable PendingFor pendingFor,
            @Nullable Instant answerBy,
            @Nullable Instant confirmedAt,
            @Nullable Long placeInLine,
            Instant registeredAt,
            @Nullable Instant repeatedAt) {}

    /** @param revision of the registration at which it last did */
    record Happened(String what, long revision) {}

    /**
     * @param formVersion of what was asked; 0: nothing was
     * @param at when all of this was written
     */
    record Answered(
            int formVersion,
            @Nullable Instant at,
            List<AnsweredQuestion> questions,
            List<AnsweredConsent> consents,
            @Nullable Notice privacyNotice,
            @Nullable String accessibilityNeeds) {}

    /**
     * @param answer null: none was given
     * @param options the texts of those that were chosen
     */
    record AnsweredQuestion(
            String id,
            SignUpForm.Kind kind,
            String question,
            @Nullable JsonNode answer,
            List<String> options) {}

    /** @param given null: neither given nor refused */
    record AnsweredConsent(
            String id,
            String text,
            boolean required,
            @Nullable Boolean given) {}

    record Notice(String text, @Nullable URI url) {}

    /** @param personal whether the code admits this address alone, which is held with it then */
    record Invited(String code, boolean personal) {}

    record Attended(
            SessionId session,
            String title,
            Instant joinedAt,
            @Nullable Integer minutes,
            Attending.Source source) {}

    record Elsewhere(String where, String what) {}
}

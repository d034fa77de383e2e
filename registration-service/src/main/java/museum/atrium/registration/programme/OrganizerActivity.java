package museum.atrium.registration.programme;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An activity as organisers see it: every language, every field, the live rooms. */
record OrganizerActivity(
        ActivityId id,
        long revision,
        String slug,
        ActivityKind kind,
        ActivityStatus status,
        String language,
        @Nullable String series,
        @Nullable String network,
        LocalizedText title,
        LocalizedText summary,
        @Nullable Integer capacity,
        int taken,
        boolean waitlist,
        boolean doubleOptIn,
        boolean approval,
        boolean invitationOnly,
        List<String> allowedDomains,
        @Nullable String placeOffers,
        @Nullable Instant registrationOpensAt,
        @Nullable Instant registrationClosesAt,
        List<ReminderDistance> reminders,
        MailTerms mails,
        List<OrganizerSession> sessions,
        List<Speaker> speakers,
        List<Organization> organizations,
        @Nullable Picture cover,
        Presentation.Accessibility accessibility,
        int formVersion,
        List<SignUpForm.Question> questions,
        List<SignUpForm.Consent> consents,
        SignUpForm.@Nullable PrivacyNotice privacyNotice,
        boolean asksAccessibilityNeeds,
        @Nullable CertificateTerms certificates,
        @Nullable String retention,
        @Nullable String cancellationReason) {

    record OrganizerSession(
            SessionId id,
            long revision,
            SessionStatus status,
            LocalizedText title,
            Instant startsAt,
            Instant endsAt,
            String timeZone,
            @Nullable URI joinUrl,
            @Nullable URI hostUrl,
            @Nullable Integer capacity,
            int taken,
            boolean selfPaced,
            @Nullable String language,
            List<String> interpretation,
            List<Material> materials,
            @Nullable Instant attendanceSettledAt) {}
}

package museum.atrium.registration.programme;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An activity as an organiser writes it, not yet checked. Shapes and defaults: the OpenAPI document. */
record ActivityDraft(
        @Nullable String slug,
        @Nullable ActivityKind kind,
        @Nullable String language,
        @Nullable String series,
        @Nullable String network,
        @Nullable Map<String, @Nullable String> title,
        @Nullable Map<String, @Nullable String> summary,
        @Nullable Integer capacity,
        @Nullable Boolean waitlist,
        @Nullable Boolean doubleOptIn,
        @Nullable Boolean approval,
        @Nullable Boolean invitationOnly,
        @Nullable List<@Nullable String> allowedDomains,
        @Nullable String placeOffers,
        @Nullable Instant registrationOpensAt,
        @Nullable Instant registrationClosesAt,
        @Nullable List<@Nullable String> reminders,
        @Nullable MailsDraft mails,
        @Nullable List<@Nullable SessionDraft> sessions,
        @Nullable List<@Nullable SpeakerDraft> speakers,
        @Nullable List<@Nullable OrganizationDraft> organizations,
        @Nullable PictureDraft cover,
        @Nullable AccessibilityDraft accessibility,
        @Nullable List<@Nullable QuestionDraft> questions,
        @Nullable List<@Nullable ConsentDraft> consents,
        @Nullable PrivacyNoticeDraft privacyNotice,
        @Nullable Boolean asksAccessibilityNeeds,
        @Nullable CertificatesDraft certificates,
        @Nullable String retention) {

    record MailsDraft(
            @Nullable Boolean afterAttending,
            @Nullable Boolean afterMissing,
            @Nullable Boolean certificate,
            @Nullable Boolean recording,
            @Nullable String survey) {}

    record CertificatesDraft(@Nullable Integer minimumPercent) {}

    record QuestionDraft(
            @Nullable String id,
            SignUpForm.@Nullable Kind kind,
            @Nullable Map<String, @Nullable String> label,
            @Nullable Map<String, @Nullable String> help,
            @Nullable Boolean required,
            @Nullable List<@Nullable OptionDraft> options,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}

    record OptionDraft(@Nullable String id, @Nullable Map<String, @Nullable String> label) {}

    record ConsentDraft(
            @Nullable String id,
            @Nullable Map<String, @Nullable String> text,
            @Nullable Boolean required) {}

    record PrivacyNoticeDraft(
            @Nullable Map<String, @Nullable String> text,
            @Nullable String url) {}

    record SessionDraft(
            @Nullable Map<String, @Nullable String> title,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String timeZone,
            @Nullable String joinUrl,
            @Nullable String hostUrl,
            @Nullable Integer capacity,
            @Nullable Boolean selfPaced,
            @Nullable String language,
            @Nullable List<@Nullable String> interpretation,
            @Nullable List<@Nullable MaterialDraft> materials) {}

    record MaterialDraft(
            Material.@Nullable Kind kind,
            @Nullable Map<String, @Nullable String> title,
            @Nullable String url,
            @Nullable String language,
            Material.@Nullable Access access) {}

    record PictureDraft(@Nullable String url, @Nullable Map<String, @Nullable String> alt) {}

    record AccessibilityDraft(
            @Nullable List<Presentation.@Nullable Offer> offers,
            @Nullable Map<String, @Nullable String> note) {}

    record SpeakerDraft(
            @Nullable String name,
            @Nullable String affiliation,
            @Nullable String country) {}

    record OrganizationDraft(
            @Nullable String name,
            @Nullable OrganizationRole role,
            @Nullable String website,
            @Nullable PictureDraft logo) {}
}

package museum.atrium.registration.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An activity as everyone sees it, its texts in one language; never a live-room address. */
record PublicActivity(
        @JsonUnwrapped Item item,
        List<PublicSession> sessions,
        List<PublicOrganization> organizations,
        List<Speaker> speakers,
        long speakerCountries,
        PublicAccessibility accessibility,
        List<PublicQuestion> questions,
        List<PublicConsent> consents,
        @Nullable PublicNotice privacyNotice,
        boolean asksAccessibilityNeeds,
        boolean certificates,
        @Nullable String cancellationReason) {

    /** @param timeZone of the first session; null without one */
    record Item(
            String slug,
            ActivityKind kind,
            String language,
            String title,
            String summary,
            ActivityStatus status,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String timeZone,
            @Nullable String series,
            @Nullable String seriesTitle,
            @Nullable PublicNetwork network,
            @Nullable PublicPicture cover,
            SignUp registration,
            List<Recording> recordings) {}

    /** Its page and {@code /api/networks/{slug}} tell more. */
    record PublicNetwork(String slug, String name) {

        static @Nullable PublicNetwork of(@Nullable RunningNetwork network) {
            return network == null ? null : new PublicNetwork(network.slug(), network.name());
        }
    }

    /** @param capacity null: no limit, and so for {@code remaining} */
    record SignUp(
            SignUpState state,
            @Nullable Integer capacity,
            @Nullable Integer remaining,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            boolean invitationOnly,
            boolean approval) {}

    record Recording(String title, String language, String access, URI watchUrl) {}

    record PublicSession(
            SessionId id,
            String title,
            Instant startsAt,
            Instant endsAt,
            String timeZone,
            SessionStatus status,
            @Nullable Integer capacity,
            @Nullable Integer remaining,
            boolean selfPaced,
            String language,
            List<String> interpretation,
            List<SessionId> clashesWith,
            List<PublicMaterial> materials) {}

    /** @param language BCP 47; null: the session's */
    record PublicMaterial(
            Material.Kind kind,
            String title,
            URI url,
            @Nullable String language) {}

    record PublicPicture(URI url, String alt) {}

    record PublicAccessibility(List<Presentation.Offer> offers, String note) {}

    record PublicOrganization(
            String name,
            OrganizationRole role,
            @Nullable URI website,
            @Nullable PublicPicture logo) {}

    record PublicQuestion(
            String id,
            SignUpForm.Kind kind,
            String label,
            String help,
            boolean required,
            List<PublicOption> options,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) {}

    record PublicOption(String id, String label) {}

    record PublicConsent(String id, String text, boolean required) {}

    record PublicNotice(String text, @Nullable URI url) {}
}

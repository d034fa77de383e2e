package museum.atrium.registration.programme;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An activity as everyone sees it, its texts in one language; never a live-room address. */
record PublicActivity(
        @JsonUnwrapped Item item,
        List<PublicSession> sessions,
        List<Organization> organizations,
        List<Speaker> speakers,
        long speakerCountries,
        List<Object> questions,
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
            SignUp registration,
            List<Recording> recordings) {}

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
            @Nullable Integer remaining) {}
}

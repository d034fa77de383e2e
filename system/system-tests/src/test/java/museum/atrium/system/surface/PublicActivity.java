package museum.atrium.system.surface;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An activity as everybody may read it; a list's item leaves out the details. */
public record PublicActivity(
        String slug,
        String kind,
        String title,
        @Nullable String summary,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String timeZone,
        SignUp registration,
        List<Watchable> recordings,
        @Nullable List<Slot> sessions,
        @Nullable List<ActivityDraft.Organization> organizations,
        @Nullable List<ActivityDraft.Speaker> speakers,
        @Nullable Integer speakerCountries) {

    public record SignUp(
            String state,
            @Nullable Integer capacity,
            @Nullable Integer remaining) {}

    public record Watchable(String title, @Nullable String language, String access, String watchUrl) {}

    public record Slot(String id, String title, Instant startsAt, Instant endsAt, String timeZone, String status) {}
}

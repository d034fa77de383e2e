package museum.atrium.system.surface;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an organiser posts to make an activity; what is null is left to the service. */
public record ActivityDraft(
        String slug,
        String kind,
        String language,
        Map<String, String> title,
        Map<String, String> summary,
        @Nullable Integer capacity,
        boolean waitlist,
        List<String> reminders,
        List<SessionDraft> sessions,
        List<Speaker> speakers,
        List<Organization> organizations) {

    /** A webinar in English without limit, waiting list, reminders or sessions. */
    public static ActivityDraft webinar(String slug, String title) {
        return new ActivityDraft(
                slug,
                "WEBINAR",
                "en",
                Map.of("en", title),
                Map.of("en", "One hour, made up for a test."),
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(new Organization("Example Network", "ORGANIZER")));
    }

    public ActivityDraft titled(Map<String, String> titles) {
        return new ActivityDraft(
                slug,
                kind,
                language,
                titles,
                summary,
                capacity,
                waitlist,
                reminders,
                sessions,
                speakers,
                organizations);
    }

    public ActivityDraft forAtMost(int places, boolean withWaitlist) {
        return new ActivityDraft(
                slug,
                kind,
                language,
                title,
                summary,
                places,
                withWaitlist,
                reminders,
                sessions,
                speakers,
                organizations);
    }

    public ActivityDraft reminding(String... distances) {
        return new ActivityDraft(
                slug,
                kind,
                language,
                title,
                summary,
                capacity,
                waitlist,
                List.of(distances),
                sessions,
                speakers,
                organizations);
    }

    public ActivityDraft on(SessionDraft... slots) {
        return new ActivityDraft(
                slug,
                kind,
                language,
                title,
                summary,
                capacity,
                waitlist,
                reminders,
                List.of(slots),
                speakers,
                organizations);
    }

    public record SessionDraft(
            Map<String, String> title, Instant startsAt, Instant endsAt, String timeZone, String joinUrl) {

        public static SessionDraft live(Instant startsAt, Instant endsAt, String timeZone) {
            return new SessionDraft(
                    Map.of("en", "Live session"), startsAt, endsAt, timeZone, "https://live.example.org/room");
        }

        public SessionDraft in(String room) {
            return new SessionDraft(title, startsAt, endsAt, timeZone, room);
        }
    }

    public record Speaker(
            String name,
            @Nullable String affiliation,
            @Nullable String country) {}

    public record Organization(String name, String role) {}
}

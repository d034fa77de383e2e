package museum.atrium.system;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Programme;
import museum.atrium.system.surface.PublicActivity;

/** The conference of March 2021, copied from the public programme and dated ahead by whole weeks. */
final class MarchConference {

    private static final String ORIGINAL = "participation-networking-and-partnerships";
    private static final Duration WEEK = Duration.ofDays(7);

    private MarchConference() {}

    static ActivityDraft aheadOfNow(Programme programme, String slug) {
        PublicActivity english = programme.detail(ORIGINAL, "en");
        PublicActivity french = programme.detail(ORIGINAL, "fr");
        PublicActivity spanish = programme.detail(ORIGINAL, "es");
        Instant began = Objects.requireNonNull(english.startsAt());
        Duration since = Duration.between(began, InstantSource.system().instant());
        Duration shift = WEEK.multipliedBy(since.dividedBy(WEEK) + 8);
        List<SessionDraft> sessions = Objects.requireNonNull(english.sessions()).stream()
                .map(slot -> new SessionDraft(
                        Map.of("en", slot.title()),
                        slot.startsAt().plus(shift),
                        slot.endsAt().plus(shift),
                        slot.timeZone(),
                        "https://live.example.org/copy"))
                .toList();
        return new ActivityDraft(
                slug,
                english.kind(),
                "en",
                Map.of("en", english.title(), "fr", french.title(), "es", spanish.title()),
                Map.of("en", Objects.requireNonNull(english.summary())),
                null,
                false,
                List.of(),
                sessions,
                Objects.requireNonNull(english.speakers()),
                Objects.requireNonNull(english.organizations()));
    }
}

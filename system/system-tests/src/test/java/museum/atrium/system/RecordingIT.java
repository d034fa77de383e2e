package museum.atrium.system;

import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import museum.atrium.system.mail.MailKind;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.stack.Stack;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Organiser.StoredActivity;
import museum.atrium.system.surface.Person;
import museum.atrium.system.surface.Recordings.Announced;
import museum.atrium.system.surface.TusUpload;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the whole chain leaves out: bytes that were spoilt on the way, and a recording that a video platform holds. */
@SystemTest
@Order(2)
class RecordingIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Instant STARTS = Instant.parse("2030-03-01T14:00:00Z");

    private final Visitors visitors;

    RecordingIT(Stack stack) {
        visitors = Visitors.of(stack);
    }

    @Test
    void aLinkToAVideoPlatformIsShownAndToldOnce() {
        String slug = "elsewhere-" + UUID.randomUUID();
        String video = "https://video.example.org/w/" + slug;
        Person person = People.speaking("en", "Europe/London");
        publishedWebinar(slug);
        visitors.participants().accepted(person, slug);
        eventually(
                SOON, () -> assertThat(visitors.inbox().count(person.email())).isEqualTo(1));

        Announced recording =
                announced(() -> visitors.recordings().announcesElsewhere(slug, "Shown elsewhere", "PUBLIC", video));
        visitors.recordings().publishes(recording);

        eventually(SOON, () -> {
            assertThat(visitors.programme().detail(slug).recordings()).hasSize(1);
            assertThat(visitors.inbox().count(person.email())).isEqualTo(2);
        });
        ReceivedMail mail = visitors.inbox().allOf(person.email()).getLast();
        assertThat(mail.kind()).isEqualTo(MailKind.RECORDING);
        String watchUrl =
                visitors.programme().detail(slug).recordings().getFirst().watchUrl();
        assertThat(visitors.opens(watchUrl).html()).contains(video);
        assertThat(visitors.opens(mail.watchLink().orElseThrow()).html()).contains(video);
    }

    @Test
    void bytesThatWereSpoiltOnTheWayAreRefused() {
        String slug = "spoilt-" + UUID.randomUUID();
        String session = publishedWebinar(slug).sessions().getFirst().id();
        SampleVideo video = SampleVideo.ofBytes(200_000);
        Announced recording =
                announced(() -> visitors.recordings().announces(slug, session, "Spoilt on the way", "PUBLIC"));
        TusUpload upload = visitors.recordings().begins(recording, "session.mp4", video.length());
        upload.sends(video.bytes(), 0, 100_000);

        assertThat(upload.refusesSpoiltBytes(video.bytes(), 100_000, 200_000)).isTrue();

        assertThat(upload.offset()).isEqualTo(100_000);
        upload.sends(video.bytes(), 100_000, 200_000);
        eventually(
                SOON, () -> assertThat(visitors.recordings().stateOf(recording)).isEqualTo("READY"));
    }

    private StoredActivity publishedWebinar(String slug) {
        return visitors.organiser()
                .createsAndPublishes(ActivityDraft.webinar(slug, "Recorded")
                        .on(SessionDraft.live(STARTS, STARTS.plus(Duration.ofHours(1)), "Europe/Paris")));
    }

    /** recording-service hears of an activity a moment after it was published. */
    private static Announced announced(Supplier<Announced> announcing) {
        AtomicReference<Announced> recording = new AtomicReference<>();
        eventually(SOON, () -> recording.set(announcing.get()));
        return recording.get();
    }
}

package museum.atrium.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.system.mail.ReceivedMail;
import museum.atrium.system.surface.ActivityDraft;
import museum.atrium.system.surface.ActivityDraft.SessionDraft;
import museum.atrium.system.surface.Person;
import museum.atrium.system.surface.PublicActivity;
import museum.atrium.system.surface.Recordings.Announced;
import museum.atrium.system.surface.TusUpload;
import org.jspecify.annotations.Nullable;

/** The steps of one activity's life, as an organiser and its participants take them. */
final class Journey {

    static final String LIVE_ROOM = "https://live.example.org/room-of-the-journey";

    private static final Duration LENGTH = Duration.ofMinutes(30);

    private final Visitors visitors;
    private final JourneyInbox.Repeats repeats;
    private final InstantSource clock = InstantSource.system();
    private final String slug = "journey-" + UUID.randomUUID();
    private final SampleVideo video = SampleVideo.ofBytes(3_000_000);

    private String session = "";
    private Instant startsAt = Instant.MAX;
    private @Nullable Announced recording;

    Journey(Visitors visitors, JourneyInbox.Repeats repeats) {
        this.visitors = visitors;
        this.repeats = repeats;
    }

    void organiserPublishesAWebinarIn(Duration ahead, int places, String reminder) {
        startsAt = in(ahead);
        ActivityDraft draft = ActivityDraft.webinar(slug, "Caring for collections")
                .forAtMost(places, true)
                .reminding(reminder)
                .on(SessionDraft.live(startsAt, startsAt.plus(LENGTH), "Europe/Paris")
                        .in(LIVE_ROOM));
        session = visitors.organiser()
                .createsAndPublishes(draft)
                .sessions()
                .getFirst()
                .id();
    }

    PublicActivity activity() {
        return visitors.programme().detail(slug);
    }

    Instant startsAt() {
        return startsAt;
    }

    Duration untilTheSessionStarts() {
        return Duration.between(clock.instant(), startsAt);
    }

    String signsUp(Person person) {
        return visitors.participants().accepted(person, slug);
    }

    JourneyInbox inboxOf(Person person) {
        return new JourneyInbox(person, repeats.of(visitors.inbox().allOf(person.email())), startsAt);
    }

    void forEach(Collection<Person> people, Consumer<JourneyInbox> check) {
        people.forEach(person -> check.accept(inboxOf(person)));
    }

    void cancelsByTheLinkInTheMail(Person person) {
        ReceivedMail mail = visitors.inbox().allOf(person.email()).getFirst();
        String token = mail.manageToken().orElseThrow(() -> new AssertionError("no link to one's registration"));
        assertThat(visitors.participants().ownRegistration(token).get("status").asString())
                .isEqualTo("CONFIRMED");
        visitors.participants().cancels(token);
    }

    void organiserMovesTheSessionTo(Duration ahead) {
        startsAt = in(ahead);
        visitors.organiser().moves(session, startsAt, startsAt.plus(LENGTH));
    }

    /** Opens the page of the reminder's link and presses its button; returns where that leads. */
    String joinsByTheReminder(Person person) {
        String link = inboxOf(person).joinLink();
        visitors.anybody().get(link).expecting(200);
        return visitors.anybody()
                .post(link)
                .expecting(303)
                .header("Location")
                .orElseThrow(() -> new AssertionError("no Location"));
    }

    void organiserUploadsARecordingOverABrokenConnection() {
        Announced announced =
                visitors.recordings().announces(slug, session, "Caring for collections: the recording", "REGISTRANTS");
        TusUpload upload = visitors.recordings().begins(announced, "session.mp4", video.length());
        upTo(video.length() / 3, upload);
        upload.losesTheConnection(video.bytes(), video.length() / 3, video.length() / 2);
        upTo(video.length(), upload);
        recording = announced;
    }

    /** As an uploading program does: asks how far the server came, goes on from there, and again when that fails. */
    private void upTo(int position, TusUpload upload) {
        eventually(Duration.ofSeconds(60), () -> {
            int kept = Math.toIntExact(upload.offset());
            if (kept < position) {
                upload.sends(video.bytes(), kept, position);
            }
        });
    }

    String recordingState() {
        return visitors.recordings().stateOf(recording());
    }

    void organiserPublishesTheRecording() {
        visitors.recordings().publishes(recording());
    }

    void organiserRetractsTheRecording() {
        visitors.recordings().retracts(recording());
    }

    WatchPage opensTheWatchPage(Person person) {
        return visitors.opens(inboxOf(person).watchLink());
    }

    void watchesAllOfIt(Person person) {
        WatchPage page = opensTheWatchPage(person);
        assertThat(page.status()).isEqualTo(200);
        String media = page.media().orElseThrow(() -> new AssertionError("the watch page names no media"));
        byte[] film = page.playedInPiecesOf(10_000, media);
        assertThat(film).isEqualTo(page.fetch(media).bytes());
        assertThat(new String(film, 4, 4, US_ASCII)).isEqualTo("ftyp");
    }

    /** Who follows the programme's link is no registrant. */
    void strangersSeeNoMedia() {
        String link = activity().recordings().getFirst().watchUrl();
        assertThat(visitors.opens(link).media()).isEmpty();
    }

    private Instant in(Duration ahead) {
        return clock.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
    }

    private Announced recording() {
        if (recording == null) {
            throw new AssertionError("no recording was uploaded");
        }
        return recording;
    }
}

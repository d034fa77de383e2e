package museum.atrium.recording;

import static museum.atrium.recording.Neighbours.participant;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.recording.Neighbours.Participant;
import museum.atrium.recording.Neighbours.Programme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tries to get at bytes without a right, by the page and by every address that was ever seen. */
@WholeService
class LeakTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private JdbcClient database;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));

    @BeforeEach
    void anActivity() {
        programme = neighbours.publishActivity();
    }

    @Test
    void everybodyWatchesWhatIsPublic() {
        organiser.published(programme, programme.first(), "PUBLIC");

        assertWatches(null);
        assertWatches(neighbours.token(participant(programme)));
    }

    @Test
    void registrantsWatchWhatIsForThemAndNobodyElseDoes() {
        organiser.published(programme, programme.first(), "REGISTRANTS");
        Participant all = neighbours.tell(participant(programme));
        Participant first = neighbours.tell(participant(programme).choosing(programme.first()));
        Participant second = neighbours.tell(participant(programme).choosing(programme.second()));
        Participant waiting = neighbours.tell(participant(programme).waitlisted());
        Participant stranger = neighbours.tell(participant(neighbours.publishActivity()));

        eventually(() -> assertWatches(neighbours.token(first)));
        eventually(() -> assertWatches(neighbours.token(all)));
        assertShutOut(null, 401);
        assertShutOut("no-token-at-all", 403);
        assertShutOut(neighbours.token(second), 403);
        assertShutOut(neighbours.token(waiting), 403);
        assertShutOut(neighbours.token(stranger), 403);
        assertShutOut(neighbours.token(participant(programme)), 403);
    }

    @Test
    void attendeesWatchWhatIsForThemAndThoseWhoStayedAwayDoNot() {
        organiser.published(programme, programme.first(), "ATTENDEES");
        Participant came = neighbours.tell(participant(programme).attending(programme.first()));
        Participant cameToAnother = neighbours.tell(participant(programme).attending(programme.second()));
        Participant stayedAway = neighbours.tell(participant(programme));

        eventually(() -> assertWatches(neighbours.token(came)));
        assertShutOut(neighbours.token(cameToAnother), 403);
        assertShutOut(neighbours.token(stayedAway), 403);
        assertShutOut(null, 401);
    }

    /** Nobody counts them as having come. */
    @Test
    void whoSpeaksWatchesAsARegistrantOnceTheyHaveAccepted() {
        organiser.published(programme, programme.first(), "REGISTRANTS");
        Participant asked = neighbours.tellSpeaker(participant(programme).pending());
        Participant speaking = neighbours.tellSpeaker(participant(programme).choosing(programme.first()));
        Participant elsewhere = neighbours.tellSpeaker(participant(programme).choosing(programme.second()));

        eventually(() -> assertWatches(neighbours.token(speaking)));
        assertShutOut(neighbours.token(elsewhere), 403);
        assertShutOut(neighbours.token(asked), 403);
    }

    @Test
    void aRecordingOfTheWholeActivityIsForWhoeverCameOnce() {
        organiser.published(programme, null, "ATTENDEES");
        Participant came = neighbours.tell(participant(programme).attending(programme.second()));

        eventually(() -> assertWatches(neighbours.token(came)));
    }

    @Test
    void whoCancelsLosesThePageAndEveryAddressThatItGave() {
        organiser.published(programme, null, "REGISTRANTS");
        Participant participant = neighbours.tell(participant(programme));
        String token = neighbours.token(participant);
        eventually(() -> assertWatches(token));
        List<String> seen = new Visitor(organiser, programme.slug(), token).media();

        neighbours.tell(participant.cancelled());

        eventually(() -> assertShutOut(token, 403));
        seen.forEach(address -> assertNoBytes(address, 403));
    }

    @Test
    void aRevokedLinkOpensNothingAndTheNewOneDoes() {
        organiser.published(programme, null, "REGISTRANTS");
        Participant before = neighbours.tell(participant(programme));
        String old = neighbours.token(before);
        eventually(() -> assertWatches(old));
        List<String> seen = new Visitor(organiser, programme.slug(), old).media();

        Participant after = neighbours.tell(before.withNewLinks());

        eventually(() -> assertWatches(neighbours.token(after)));
        assertShutOut(old, 403);
        seen.forEach(address -> assertNoBytes(address, 403));
    }

    @Test
    void whoIsErasedIsUnknown() {
        organiser.published(programme, null, "REGISTRANTS");
        Participant participant = neighbours.tell(participant(programme));
        eventually(() -> assertWatches(neighbours.token(participant)));

        neighbours.erase(participant);

        eventually(() -> assertShutOut(neighbours.token(participant), 403));
    }

    @Test
    void whoIsErasedIsNotBroughtBackByAnEventThatComesAfterwards() {
        organiser.published(programme, null, "REGISTRANTS");
        Participant participant = neighbours.tell(participant(programme));
        eventually(() -> assertWatches(neighbours.token(participant)));
        neighbours.erase(participant);
        eventually(() -> assertShutOut(neighbours.token(participant), 403));

        // As a dead letter that is replayed, of a revision that was never taken in.
        neighbours.tell(participant);

        throughout(Duration.ofSeconds(2), () -> assertShutOut(neighbours.token(participant), 403));
    }

    @Test
    void aRetractedRecordingLeavesNoReachableByte() {
        UUID open = organiser.published(programme, null, "PUBLIC");
        UUID restricted = organiser.published(programme, null, "REGISTRANTS");
        Participant participant = neighbours.tell(participant(programme));
        Visitor visitor = new Visitor(organiser, programme.slug(), neighbours.token(participant));
        eventually(() -> assertThat(visitor.media()).hasSize(2));
        List<String> seen = visitor.media();
        List<Path> files = filesOf(open, restricted);
        assertThat(files).hasSize(2).allMatch(Files::exists);

        organiser.retract(open);
        assertThat(organiser.get(seen.getFirst()).statusCode()).isEqualTo(404);
        assertThat(visitor.media()).hasSize(1);
        organiser.remove(restricted);

        seen.forEach(address -> assertNoBytes(address, 404));
        assertThat(visitor.open().statusCode()).isEqualTo(404);
        assertThat(files).noneMatch(Files::exists);
    }

    @Test
    void guessedAddressesOpenNothing() {
        UUID recording = organiser.published(programme, null, "REGISTRANTS");
        UUID other = organiser.published(programme, null, "PUBLIC");
        Participant participant = neighbours.tell(participant(programme));
        Visitor visitor = new Visitor(organiser, programme.slug(), neighbours.token(participant));
        eventually(() -> assertThat(visitor.media()).hasSize(2));
        String good = visitor.media().getFirst();
        String ticket = good.substring(good.indexOf("?t=") + 3);
        String path = good.substring(0, good.indexOf('?'));
        String publicTicket = new Visitor(organiser, programme.slug(), null)
                .media()
                .getFirst()
                .replaceAll(".*=", "");

        assertThat(organiser.get(good).statusCode()).isEqualTo(200);
        Stream.of(
                        path,
                        path + "?t=",
                        path + "?t=" + neighbours.token(participant),
                        path + "?t=" + publicTicket,
                        path + "?t=9" + ticket,
                        path + "?t=" + ticket.substring(0, ticket.length() - 2) + "AA",
                        path.replace("recording.mp4", "clip.mp4") + "?t=" + ticket,
                        path.replace("recording.mp4", "..%2f..%2fpom.xml") + "?t=" + ticket,
                        path.replaceAll("/[0-9a-f]{32}/", "/" + "0".repeat(32) + "/") + "?t=" + ticket,
                        path.replace(recording.toString(), other.toString()) + "?t=" + ticket,
                        "/media/" + recording,
                        "/media/" + recording + "/",
                        "/media/not-an-id/secret/recording.mp4?t=" + ticket,
                        "/recordings/" + recording,
                        "/media/%2e%2e/%2e%2e/pom.xml?t=" + ticket)
                .forEach(address -> assertThat(organiser.get(address).statusCode())
                        .as(address)
                        .isBetween(400, 404));
    }

    @Test
    void everythingOfOrganisersAsksWhoTheyAre() {
        UUID recording = organiser.published(programme, null, "PUBLIC");

        Stream.of("/api/recordings?activity=" + programme.slug(), "/api/recordings/" + recording, "/api/recordings/x/y")
                .forEach(path -> assertThat(organiser.get(path).statusCode()).isEqualTo(401));
    }

    private void assertWatches(@Nullable String token) {
        List<String> media = new Visitor(organiser, programme.slug(), token).media();
        assertThat(media).isNotEmpty();
        media.forEach(address -> assertThat(organiser.get(address).body()).isEqualTo(CLIP));
    }

    private void assertShutOut(@Nullable String token, int status) {
        Visitor visitor = new Visitor(organiser, programme.slug(), token);
        assertThat(visitor.open().statusCode()).isEqualTo(status);
        assertThat(visitor.page()).doesNotContain("/media/");
    }

    private void assertNoBytes(String address, int status) {
        assertThat(organiser.get(address).statusCode()).isEqualTo(status);
        assertThat(organiser.get(address, "Range", "bytes=0-0").statusCode()).isEqualTo(status);
    }

    private List<Path> filesOf(UUID... recordings) {
        return database
                .sql("select media_file from recording where id in (:ids)")
                .param("ids", List.of(recordings))
                .query(String.class)
                .stream()
                .map(settings.folder()::resolve)
                .toList();
    }
}

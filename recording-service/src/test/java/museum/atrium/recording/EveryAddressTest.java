package museum.atrium.recording;

import static museum.atrium.recording.Neighbours.participant;
import static museum.atrium.recording.processing.Clips.pictures;
import static museum.atrium.recording.processing.Clips.sound;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.recording.Neighbours.Participant;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.recording.processing.Clips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Asks for everything that there is of a processed recording, by everybody and in every way: the page, the playlists, the
 * segments, the picture and the downloads all open to the same people, and to nobody after its end.
 */
@WithProcessing
class EveryAddressTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ADDRESSES = 8;

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private Clips clips;

    @Autowired
    private MovableClock clock;

    private Programme programme = new Programme(new UUID(0, 0), "", new UUID(0, 0), new UUID(0, 0));
    private final Map<String, String> tokens = new TreeMap<>();

    @BeforeEach
    void peopleOfEveryKind() {
        programme = neighbours.publishActivity();
        Participant revoked = participant(programme);
        tokens.put("came", token(participant(programme).attending(programme.first())));
        tokens.put("stayed away", token(participant(programme)));
        tokens.put("chose another", token(participant(programme).choosing(programme.second())));
        tokens.put("waits", token(participant(programme).waitlisted()));
        tokens.put("cancelled", token(participant(programme).cancelled()));
        tokens.put("elsewhere", token(participant(neighbours.publishActivity())));
        tokens.put("made up", "bm8tdG9rZW4tYXQtYWxsLW5vLXRva2VuLWF0LWFsbC1uby10b2tlbg");
        tokens.put("revoked", neighbours.token(revoked));
        neighbours.tell(revoked.withNewLinks());
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, came/stayed away/chose another/waits/cancelled/elsewhere/made up/revoked/nobody",
        "REGISTRANTS, came/stayed away",
        "ATTENDEES, came"
    })
    void opensToThoseWhomItIsForAndToNobodyAfterItsEnd(String access, String allowed) {
        UUID recording = published(access);
        List<String> may = List.of(allowed.split("/"));
        List<String> seen = new ArrayList<>();
        eventually(() -> assertThat(addresses("came")).hasSize(ADDRESSES));
        Stream.concat(tokens.keySet().stream(), Stream.of("nobody")).forEach(who -> {
            if (may.contains(who)) {
                List<String> own = addresses(who);
                assertThat(own).as(who).hasSize(ADDRESSES);
                assertAll(own, 200, 206);
                seen.addAll(own);
            } else {
                assertThat(visitor(who).open().statusCode()).as(who).isIn(401, 403);
                assertThat(visitor(who).page()).as(who).doesNotContain("/media/");
            }
        });
        guesses(recording, seen.getFirst(), access);
        List<String> unsigned = withoutTicket(recording);
        assertThat(unsigned)
                .allSatisfy(address -> assertThat(organiser.get(address).statusCode())
                        .as(address)
                        .isEqualTo(access.equals("PUBLIC") ? 200 : 404));
        assertThat(organiser.get("/watch/" + programme.slug() + "/" + recording).statusCode())
                .isEqualTo(access.equals("PUBLIC") ? 200 : 401);

        organiser.retract(recording);

        assertAll(seen, 404, 404);
        assertAll(unsigned, 404, 404);
        assertThat(organiser.get("/watch/" + programme.slug() + "/" + recording).statusCode())
                .isEqualTo(404);
        assertThat(visitor("came").open().statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyWatchesAfterTheDateUntilWhichItIsShownAndEverybodyAgainWhenItIsMoved() {
        UUID recording = published("REGISTRANTS");
        eventually(() -> assertThat(addresses("came")).hasSize(ADDRESSES));
        change(recording, clock.instant().plus(Duration.ofMinutes(10)).toString());
        assertAll(withoutTicket(recording), 404, 404);
        assertThat(visitor("came").page()).contains("UTC");
        List<String> seen = addresses("came");

        clock.move(Duration.ofMinutes(11));

        assertAll(seen, 403, 403);
        assertThat(visitor("came").open().statusCode()).isEqualTo(410);
        assertThat(visitor("came").page()).doesNotContain("/media/").contains("could be watched until");
        change(recording, clock.instant().plus(Duration.ofDays(1)).toString());
        assertAll(seen, 200, 206);
        assertThat(neighbours.heardOf(recording)).hasSize(3);
    }

    @Test
    void whoIsLetInLaterOrShutOutIsSoAtOnce() {
        UUID recording = published("ATTENDEES");
        eventually(() -> assertThat(addresses("came")).hasSize(ADDRESSES));
        assertThat(visitor("stayed away").open().statusCode()).isEqualTo(403);

        assertThat(patch(recording, "{\"access\": \"REGISTRANTS\"}")).isEqualTo(200);
        List<String> seen = addresses("stayed away");
        assertAll(seen, 200, 206);
        assertThat(patch(recording, "{\"access\": \"ATTENDEES\"}")).isEqualTo(200);

        assertAll(seen, 403, 403);
        assertThat(patch(recording, "{\"access\": \"FRIENDS\"}")).isEqualTo(422);
        assertThat(patch(recording, "{\"availableUntil\": \"2001-01-01T00:00:00Z\"}"))
                .isEqualTo(422);
        assertThat(patch(recording, "{\"title\": null}")).isEqualTo(422);
        assertThat(patch(recording, "{\"state\": \"READY\"}")).isEqualTo(422);
        assertThat(patch(recording, "[]")).isEqualTo(400);
    }

    /** By the address of somebody else, by names that might be, without what belongs to it. */
    private void guesses(UUID recording, String good, String access) {
        String path = good.replaceAll("\\?.*", "");
        String ticket = good.replaceAll(".*\\?t=", "");
        UUID other = published("PUBLIC");
        String othersTicket = new Visitor(organiser, programme.slug(), null)
                .media().stream()
                        .filter(address -> address.contains(other.toString()))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll(".*\\?t=", "");
        assertThat(organiser.get(good).statusCode()).as(access).isEqualTo(200);
        Stream.of(
                        "recording.mp4",
                        "recording.m3u8",
                        "sound.m3u8",
                        "sound.mp4",
                        "240p.m3u8",
                        "240p.mp4",
                        "poster.jpg",
                        "recording.m4a")
                .flatMap(name -> Stream.of("", "?t=", "?t=" + othersTicket, "?t=" + tokens.get("came"), "?t=9" + ticket)
                        .map(query -> path.replaceAll("[^/]*$", name) + query))
                .forEach(address -> assertThat(organiser.get(address).statusCode())
                        .as(address)
                        .isEqualTo(404));
        Stream.of(
                        "recording.webm",
                        "source.mp4",
                        "1080p.mp4",
                        "playlist.m3u8",
                        "240p.mp4.m3u8",
                        ".",
                        "..%2f" + recording)
                .map(name -> path.replaceAll("[^/]*$", name) + "?t=" + ticket)
                .forEach(address -> assertThat(organiser.get(address).statusCode())
                        .as(address)
                        .isBetween(400, 404));
        organiser.remove(other);
    }

    /** As feeds name them: for what everybody may watch. */
    private static List<String> withoutTicket(UUID recording) {
        return Stream.of("recording.mp4", "recording.m4a", "poster.jpg")
                .map(name -> "/feeds/recordings/" + recording + "/" + name)
                .toList();
    }

    private void assertAll(List<String> addresses, int whole, int part) {
        assertThat(addresses).isNotEmpty().allSatisfy(address -> {
            assertThat(organiser.get(address).statusCode()).as(address).isEqualTo(whole);
            int playlists = address.contains(".m3u8") ? whole : part;
            assertThat(organiser.get(address, "Range", "bytes=0-0").statusCode())
                    .as(address)
                    .isEqualTo(playlists);
            assertThat(organiser.get(address, "Range", "bytes=-1").statusCode())
                    .as(address)
                    .isEqualTo(playlists);
        });
    }

    private UUID published(String access) {
        UUID recording = organiser.enter(programme, programme.first(), access);
        organiser.upload(
                recording, clips.make("mp4", pictures("320x240", 2), sound(2), List.of("-pix_fmt", "yuv420p")));
        eventually(PATIENCE, () -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        assertThat(organiser.publish(recording).status()).isEqualTo(200);
        return recording;
    }

    private void change(UUID recording, String until) {
        assertThat(patch(recording, "{\"availableUntil\": \"" + until + "\"}")).isEqualTo(200);
    }

    private int patch(UUID recording, String json) {
        return organiser.json("PATCH", "/api/recordings/" + recording, json).status();
    }

    private String token(Participant participant) {
        return neighbours.token(neighbours.tell(participant));
    }

    private Visitor visitor(String who) {
        return new Visitor(organiser, programme.slug(), tokens.get(who));
    }

    /** All that a browser comes to from the page on. */
    private List<String> addresses(String who) {
        return visitor(who).everything();
    }
}

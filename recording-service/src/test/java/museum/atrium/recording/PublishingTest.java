package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static museum.atrium.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.recording.Organiser.Answer;
import museum.atrium.testing.Contracts;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeService
class PublishingTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private MovableClock clock;

    @Test
    void whatIsPublishedAndRetractedIsToldToTheOthersByContract() {
        Programme programme = neighbours.publishActivity();
        UUID recording = organiser.enter(programme, programme.first(), "REGISTRANTS");
        organiser.upload(recording, CLIP);

        Answer published = organiser.publish(recording);
        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body().get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(published.body().get("watchUrl").asString())
                .isEqualTo(WholeService.PUBLIC_URL + "/watch/" + programme.slug());
        Answer retracted = organiser.retract(recording);
        assertThat(retracted.status()).isEqualTo(200);
        for (String gone : List.of("uploadUrl", "watchUrl", "progress", "mediaType", "size", "sha256")) {
            assertThat(retracted.body().get(gone).isNull()).as(gone).isTrue();
        }

        List<JsonNode> told = toldOf(recording, "published", "retracted");
        assertThat(told.getFirst().get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(told.getFirst().get("session").asString())
                .isEqualTo(programme.first().toString());
        assertThat(told.getFirst().get("access").asString()).isEqualTo("REGISTRANTS");
        assertThat(told.getFirst().get("watchPath").asString()).isEqualTo("/watch/" + programme.slug());
        assertThat(told.getFirst().get("publishedAt").asString())
                .isEqualTo(published.body().get("publishedAt").asString());
        assertThat(told.getLast().get("state").asString()).isEqualTo("RETRACTED");
        assertThat(told.getLast().get("revision").asLong())
                .isGreaterThan(told.getFirst().get("revision").asLong());
    }

    @Test
    void allRecordingsOfAConferenceThatAreReadyArePublishedTogether() {
        Programme programme = neighbours.publishActivity();
        UUID first = organiser.enter(programme, programme.first(), "PUBLIC");
        UUID second = organiser.enter(programme, programme.second(), "PUBLIC");
        UUID notYet = organiser.enter(programme, "PUBLIC");
        String all = "{\"activity\": \"" + programme.slug() + "\"}";
        assertThat(organiser.json("POST", "/api/recordings/publication", all).status())
                .isEqualTo(409);
        organiser.upload(first, CLIP);
        organiser.upload(second, CLIP);

        Answer published = organiser.json("POST", "/api/recordings/publication", all);

        assertThat(published.status()).isEqualTo(200);
        assertThat(published.body().get("items").size()).isEqualTo(2);
        assertThat(organiser.state(first)).isEqualTo("PUBLISHED");
        assertThat(organiser.state(second)).isEqualTo("PUBLISHED");
        assertThat(organiser.state(notYet)).isEqualTo("AWAITING_UPLOAD");
        toldOf(first, "published");
        assertThat(organiser
                        .json("POST", "/api/recordings/publication", "{\"activity\": \"nothing\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatHasATimeOfItsOwnKeepsItWhenTheOthersArePublishedAndWhoIsNotReleasedIsNamed() {
        Programme programme = neighbours.publishActivity();
        UUID later = organiser.enter(programme, programme.first(), "PUBLIC");
        UUID now = organiser.enter(programme, programme.second(), "PUBLIC");
        organiser.upload(later, CLIP);
        organiser.upload(now, CLIP);
        organiser.publish(later, clock.instant().plus(Duration.ofDays(30)).toString());
        releases(now, false);
        String all = "{\"activity\": \"" + programme.slug() + "\"}";

        assertThat(organiser
                        .json("POST", "/api/recordings/publication", all)
                        .body()
                        .get("detail")
                        .asString())
                .contains("What we recorded", now.toString(), "Speaker 1 (sample)");
        releases(now, true);
        Answer published = organiser.json("POST", "/api/recordings/publication", all);

        assertThat(published.body().get("items"))
                .singleElement()
                .satisfies(item -> assertThat(item.get("id").asString()).isEqualTo(now.toString()));
        assertThat(organiser.state(later)).isEqualTo("SCHEDULED");
    }

    @Test
    void whatIsNotToBePublishedAfterAllIsReadyAgain() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, CLIP);
        String schedule = "/api/recordings/" + recording + "/publication";
        assertThat(organiser.json("DELETE", schedule, null).status()).isEqualTo(409);
        organiser.publish(recording, clock.instant().plus(Duration.ofHours(1)).toString());

        Answer ready = organiser.json("DELETE", schedule, null);

        assertThat(ready.body().get("state").asString()).isEqualTo("READY");
        assertThat(ready.body().get("at").isNull()).isTrue();
        clock.move(Duration.ofHours(2));
        throughout(
                Duration.ofMillis(600),
                () -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        assertThat(organiser.publish(recording).status()).isEqualTo(200);
        assertThat(organiser.json("DELETE", schedule, null).status()).isEqualTo(409);
    }

    @Test
    void whatMayNotBeWatchedAnyMoreIsNotPublished() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, CLIP);
        Instant until = clock.instant().plus(Duration.ofHours(2));
        organiser.json("PATCH", "/api/recordings/" + recording, "{\"availableUntil\": \"" + until + "\"}");

        assertThat(organiser.publish(recording, until.toString()).status()).isEqualTo(409);
        assertThat(organiser
                        .publish(recording, until.minusSeconds(1).toString())
                        .status())
                .isEqualTo(202);
        assertThat(organiser
                        .json("DELETE", "/api/recordings/" + recording + "/publication", null)
                        .status())
                .isEqualTo(200);
        clock.move(Duration.ofHours(3));

        Answer refused = organiser.publish(recording);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asString()).contains("availableUntil");
    }

    @Test
    void whatASpeakerHasNotReleasedIsNotPublishedNorWhenItsTimeComes() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, CLIP);
        assertThat(releases(recording, false)).isEqualTo(200);
        assertThat(organiser.publish(recording).status()).isEqualTo(409);
        assertThat(organiser.publish(recording).body().get("detail").asString()).contains("Speaker 1 (sample)");
        assertThat(releases(recording, true)).isEqualTo(200);
        String later = clock.instant().plus(Duration.ofHours(1)).toString();
        assertThat(organiser.publish(recording, later).status()).isEqualTo(202);

        assertThat(releases(recording, false)).isEqualTo(200);
        clock.move(Duration.ofHours(2));

        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        assertThat(organiser.look(recording).get("reason").asString()).contains("Speaker 1 (sample)");
        assertThat(releases(recording, true)).isEqualTo(200);
        assertThat(organiser.publish(recording).status()).isEqualTo(200);
        assertThat(organiser.look(recording).get("reason").isNull()).isTrue();
    }

    @Test
    void anApprovalIsNotedWithWhoGaveItAndCanBeTakenBack() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        String approval = "/api/recordings/" + recording + "/approval";
        assertThat(organiser.json("PUT", approval, null).status()).isEqualTo(409);
        organiser.upload(recording, CLIP);

        assertThat(organiser
                        .json("PUT", approval, null)
                        .body()
                        .at("/approval/by")
                        .asString())
                .isEqualTo("organizer");
        assertThat(organiser
                        .json("DELETE", approval, null)
                        .body()
                        .get("approval")
                        .isNull())
                .isTrue();
    }

    private int releases(UUID recording, boolean released) {
        return organiser
                .json("PUT", "/api/recordings/" + recording + "/releases", """
                        {"items": [{"speaker": "Speaker 1 (sample)", "released": %s}]}
                        """.formatted(released))
                .status();
    }

    @Test
    void whatWasTakenBackIsProvedToBeGone() {
        UUID retracted = organiser.published(neighbours.publishActivity(), null, "PUBLIC");
        UUID removed = organiser.published(neighbours.publishActivity(), null, "PUBLIC");
        assertThat(organiser
                        .json("GET", "/api/recordings/" + removed + "/removal", null)
                        .status())
                .isEqualTo(404);

        organiser.retract(retracted);
        organiser.remove(removed);

        for (UUID recording : List.of(retracted, removed)) {
            eventually(() -> assertThat(organiser
                            .json("GET", "/api/recordings/" + recording + "/removal", null)
                            .body()
                            .get("confirmedAt")
                            .isString())
                    .isTrue());
            JsonNode proof = organiser
                    .json("GET", "/api/recordings/" + recording + "/removal", null)
                    .body();
            assertThat(proof.get("files").asInt()).isEqualTo(1);
            assertThat(proof.get("bytes").asLong()).isEqualTo(CLIP.length);
        }
    }

    @Test
    void whatWasProvedStaysProvedWhenItsDescriptionGoesToo() {
        UUID recording = organiser.published(neighbours.publishActivity(), null, "PUBLIC");
        organiser.retract(recording);
        String proof = "/api/recordings/" + recording + "/removal";
        eventually(() -> assertThat(organiser
                        .json("GET", proof, null)
                        .body()
                        .get("confirmedAt")
                        .isString())
                .isTrue());
        JsonNode proved = organiser.json("GET", proof, null).body();
        clock.move(Duration.ofDays(1));

        organiser.remove(recording);

        assertThat(organiser.json("GET", proof, null).body().get("confirmedAt")).isEqualTo(proved.get("confirmedAt"));
        throughout(
                Duration.ofMillis(500),
                () -> assertThat(organiser.json("GET", proof, null).body().get("confirmedAt"))
                        .isEqualTo(proved.get("confirmedAt")));
    }

    @Test
    void untilItIsPublishedARecordingCanBeSaidToBeOfAnotherSessionOrActivity() {
        Programme wrong = neighbours.publishActivity();
        Programme right = neighbours.publishActivity();
        UUID recording = organiser.enter(wrong, wrong.first(), "PUBLIC");
        organiser.enter(right, "PUBLIC"); // known now
        organiser.upload(recording, CLIP);

        assertThat(change(recording, "{\"activity\": \"%s\"}".formatted(right.slug()))
                        .status())
                .as("its session is another activity's")
                .isEqualTo(422);
        assertThat(change(recording, "{\"session\": \"%s\"}".formatted(right.first()))
                        .status())
                .isEqualTo(422);
        assertThat(change(recording, "{\"activity\": null}").status()).isEqualTo(422);
        assertThat(organiser.look(recording).get("activity").asString())
                .isEqualTo(wrong.id().toString());
        Answer changed = change(
                recording, "{\"activity\": \"%s\", \"session\": \"%s\"}".formatted(right.slug(), right.second()));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().get("slug").asString()).isEqualTo(right.slug());
        organiser.publish(recording);
        assertThat(toldOf(recording, "published").getFirst().get("session").asString())
                .isEqualTo(right.second().toString());
        assertThat(organiser.get("/watch/" + wrong.slug()).statusCode()).isEqualTo(404);
        assertThat(organiser.get("/watch/" + right.slug()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatPeopleWereToldOfStaysWhereItIs() {
        Programme programme = neighbours.publishActivity();
        UUID recording = organiser.published(programme, programme.first(), "PUBLIC");
        String elsewhere = "{\"session\": \"%s\"}".formatted(programme.second());
        UUID version = UUID.fromString(organiser
                .json("POST", "/api/recordings/" + recording + "/replacement", null)
                .body()
                .get("id")
                .asString());

        assertThat(change(recording, elsewhere).status()).isEqualTo(409);
        assertThat(change(version, elsewhere).status()).isEqualTo(409);
        assertThat(organiser.look(recording).get("session").asString())
                .isEqualTo(programme.first().toString());
        assertThat(change(recording, "{\"session\": \"%s\", \"title\": \"Where it was\"}".formatted(programme.first()))
                        .status())
                .isEqualTo(200);
    }

    private Answer change(UUID recording, String patch) {
        return organiser.json("PATCH", "/api/recordings/" + recording, patch);
    }

    @Test
    void whatIsRemovedWhileItIsPublishedIsToldAsRetractedAndThenUnknown() {
        UUID recording = organiser.published(neighbours.publishActivity(), null, "PUBLIC");

        assertThat(organiser.remove(recording).status()).isEqualTo(204);

        toldOf(recording, "published", "retracted");
        assertThat(organiser.json("GET", "/api/recordings/" + recording, null).status())
                .isEqualTo(404);
        assertThat(organiser.remove(recording).status()).isEqualTo(404);
    }

    @Test
    void aScheduledRecordingIsPublishedWhenItsTimeHasComeAndNotBefore() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, CLIP);
        Instant at = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);

        Answer scheduled = organiser.publish(recording, at.toString());
        assertThat(scheduled.status()).isEqualTo(202);
        assertThat(scheduled.body().get("state").asString()).isEqualTo("SCHEDULED");
        assertThat(scheduled.body().get("at").asString()).isEqualTo(at.toString());
        clock.move(Duration.ofDays(2).minusMinutes(1));
        throughout(
                Duration.ofMillis(600),
                () -> assertThat(organiser.state(recording)).isEqualTo("SCHEDULED"));
        clock.move(Duration.ofMinutes(1));

        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("PUBLISHED"));
        toldOf(recording, "published");
    }

    @Test
    void aScheduledRecordingCanBePublishedAtOnceOrTakenBack() {
        Programme programme = neighbours.publishActivity();
        String later = clock.instant().plus(Duration.ofDays(1)).toString();
        UUID early = organiser.enter(programme, "PUBLIC");
        organiser.upload(early, CLIP);
        organiser.publish(early, later);
        UUID never = organiser.enter(programme, "PUBLIC");
        organiser.upload(never, CLIP);
        organiser.publish(never, later);

        assertThat(organiser.publish(early).body().get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(organiser.retract(never).body().get("state").asString()).isEqualTo("RETRACTED");

        toldOf(early, "published");
        assertThat(neighbours.heardOf(never)).isEmpty();
    }

    @Test
    void whatDoesNotFollowFromItsStateIsRefusedAndToldToNobody() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");

        assertThat(organiser.publish(recording).status()).isEqualTo(409);
        assertThat(organiser.retract(recording).status()).isEqualTo(409);
        organiser.upload(recording, CLIP);
        assertThat(organiser.retract(recording).status()).isEqualTo(409);
        assertThat(organiser.publish(recording, "2999-01-01T00:00:00Z").status())
                .isEqualTo(422);
        assertThat(organiser.publish(recording).status()).isEqualTo(200);
        assertThat(organiser.publish(recording).status()).isEqualTo(409);
        assertThat(organiser
                        .publish(recording, clock.instant().plusSeconds(60).toString())
                        .status())
                .isEqualTo(409);
        assertThat(organiser.retract(recording).status()).isEqualTo(200);
        assertThat(organiser.retract(recording).status()).isEqualTo(409);
        assertThat(organiser.publish(recording).status()).isEqualTo(409);
        assertThat(organiser.create(recording, "Upload-Length", "5").statusCode())
                .isEqualTo(409);

        toldOf(recording, "published", "retracted");
    }

    @Test
    void whoPublishesTooEarlyHearsWhatIsMissing() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        assertThat(whyNot(recording)).contains("Nothing of it has arrived", "uploadUrl");

        String upload = organiser.createUpload(recording, CLIP.length);
        organiser.patch(upload, 0, Arrays.copyOf(CLIP, (CLIP.length + 1) / 2));
        assertThat(whyNot(recording)).contains("not finished", "50 % have arrived");

        organiser.terminate(upload);
        organiser.upload(recording, "just a text".getBytes(UTF_8));
        assertThat(whyNot(recording)).contains("neither video nor audio", "another file");

        organiser.upload(recording, CLIP);
        organiser.publish(recording);
        assertThat(whyNot(recording)).contains("already");
        organiser.retract(recording);
        assertThat(whyNot(recording)).contains("a new recording");
    }

    @Test
    void manyWhoPublishAtTheSameTimePublishOnce() {
        UUID recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        organiser.upload(recording, CLIP);

        List<Integer> answers = Stream.generate(() -> recording)
                .limit(8)
                .parallel()
                .map(id -> organiser.publish(id).status())
                .toList();

        assertThat(answers).containsOnlyOnce(200).contains(409);
        toldOf(recording, "published");
    }

    private String whyNot(UUID recording) {
        Answer refused = organiser.publish(recording);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).isEqualTo("urn:atrium:problem:recording-state");
        return refused.body().get("detail").asString();
    }

    private List<JsonNode> toldOf(UUID recording, String... types) {
        List<String> expected = Stream.of(types)
                .map(type -> "museum.atrium.recording." + type + ".v1")
                .toList();
        eventually(() -> assertThat(neighbours.heardOf(recording))
                .extracting(event -> Neighbours.header(event, "ce_type"))
                .isEqualTo(expected));
        List<String> payloads = neighbours.heardOf(recording).stream()
                .map(ConsumerRecord::value)
                .toList();
        payloads.forEach(Contracts.event("recording")::assertValid);
        return payloads.stream().map(JsonMapper.shared()::readTree).toList();
    }
}

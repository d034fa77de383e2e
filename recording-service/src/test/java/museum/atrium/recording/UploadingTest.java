package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static museum.atrium.recording.Organiser.CLIP;
import static museum.atrium.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@WholeService
class UploadingTest {

    @Autowired
    private Organiser organiser;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private RecordingSettings settings;

    @Autowired
    private MovableClock clock;

    private UUID recording = new UUID(0, 0);

    @BeforeEach
    void aRecordingIsEntered() {
        recording = organiser.enter(neighbours.publishActivity(), "PUBLIC");
    }

    @Test
    void anUploadThatBreaksOffIsResumedWhereItBroke() throws Exception {
        String upload = organiser.createUpload(recording, CLIP.length);
        int half = CLIP.length / 2;
        try (Socket socket = organiser.beginToSend(upload, 0, Arrays.copyOf(CLIP, half), CLIP.length)) {
            assertThat(socket.isConnected()).isTrue();
        }
        eventually(() -> assertThat(offset(upload)).isEqualTo(half));
        assertThat(organiser.state(recording)).isEqualTo("UPLOADING");
        assertThat(organiser.look(recording).get("progress").asInt()).isBetween(45, 50);

        HttpResponse<byte[]> rest = organiser.patch(upload, half, Arrays.copyOfRange(CLIP, half, CLIP.length));

        assertThat(rest.statusCode()).isEqualTo(204);
        var ready = organiser.look(recording);
        assertThat(ready.get("state").asString()).isEqualTo("READY");
        assertThat(ready.get("sha256").asString()).isEqualTo(sha256(CLIP));
        assertThat(ready.get("size").asLong()).isEqualTo(CLIP.length);
        assertThat(ready.get("mediaType").asString()).isEqualTo("video/mp4");
    }

    @Test
    void anUploaderWhoMissedTheLastAnswerFindsThatEverythingArrived() {
        String upload = organiser.createUpload(recording, CLIP.length);
        organiser.patch(upload, 0, CLIP);

        assertThat(offset(upload)).isEqualTo(CLIP.length);
        assertThat(organiser.create(recording, "Upload-Length", "5").statusCode())
                .isEqualTo(409);
    }

    @Test
    void whileOneRequestSendsAnotherIsRefusedAndTheFirstGoesOn() throws Exception {
        String upload = organiser.createUpload(recording, CLIP.length);
        try (Socket first = organiser.beginToSend(upload, 0, Arrays.copyOf(CLIP, 100), CLIP.length)) {
            eventually(() -> assertThat(Files.size(file(upload))).isEqualTo(100));

            assertThat(organiser
                            .patch(upload, 100, Arrays.copyOfRange(CLIP, 100, 200))
                            .statusCode())
                    .isEqualTo(409);

            first.getOutputStream().write(CLIP, 100, CLIP.length - 100);
            first.getOutputStream().flush();
            eventually(() -> assertThat(organiser.state(recording)).isEqualTo("READY"));
        }
        assertThat(organiser.look(recording).get("sha256").asString()).isEqualTo(sha256(CLIP));
    }

    @Test
    void aConnectionThatFallsSilentIsGivenUpAndWhatCameIsKept() throws Exception {
        String upload = organiser.createUpload(recording, CLIP.length);
        try (Socket silent = organiser.beginToSend(upload, 0, Arrays.copyOf(CLIP, 1000), CLIP.length)) {
            eventually(() -> assertThat(offset(upload)).isEqualTo(1000));
            assertThat(silent.isClosed()).isFalse();
        }
    }

    @Test
    void aPieceWithTheRightChecksumIsTakenAndOneWithAWrongChecksumIsTakenBack() throws Exception {
        String upload = organiser.createUpload(recording, CLIP.length);
        byte[] piece = Arrays.copyOf(CLIP, 1000);
        byte[] next = Arrays.copyOfRange(CLIP, 1000, 2000);

        assertThat(organiser
                        .patch(upload, 0, piece, "Upload-Checksum", "sha256 " + checksum(piece))
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<byte[]> wrong =
                organiser.patch(upload, 1000, next, "Upload-Checksum", "sha256 " + checksum(piece));

        assertThat(detail(wrong, 460)).contains("checksum");
        assertThat(wrong.headers().map()).doesNotContainKey("upload-offset");
        assertThat(offset(upload)).isEqualTo(1000);
    }

    @Test
    void whatIsCompleteIsNotTakenForItBeforeItsChecksumIsKnownToBeRight() throws Exception {
        String upload = organiser.createUpload(recording, CLIP.length);
        try (Socket sending = organiser.beginToSendInChunks(upload, CLIP, "md5 " + "A".repeat(22) + "==")) {
            eventually(() -> assertThat(Files.size(file(upload))).isEqualTo(CLIP.length));
            UUID later = organiser.enter(neighbours.publishActivity(), "PUBLIC");
            Files.write(file(organiser.createUpload(later, CLIP.length)), CLIP);
            eventually(() ->
                    assertThat(organiser.state(later)).as("the sweep comes by").isEqualTo("READY"));
            assertThat(organiser.state(recording)).isEqualTo("UPLOADING");

            sending.getOutputStream().write("0\r\n\r\n".getBytes(UTF_8));
            assertThat(new String(sending.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 460");
        }

        assertThat(offset(upload)).isZero();
        assertThat(organiser.patch(upload, 0, CLIP).statusCode()).isEqualTo(204);
        assertThat(organiser.state(recording)).isEqualTo("READY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256",
                "sha256 ",
                "sha256 not-base64!",
                "sha256 YWJj",
                "sha256  47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "sha256 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU",
                "crc32 YWJj",
                "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
            })
    void aChecksumThatIsNoneIsRefusedBeforeAnyByte(String malformed) {
        String upload = organiser.createUpload(recording, CLIP.length);

        HttpResponse<byte[]> answer =
                organiser.patch(upload, 0, Arrays.copyOf(CLIP, 100), "Upload-Checksum", malformed);

        assertThat(detail(answer, 400)).contains("Upload-Checksum");
        assertThat(offset(upload)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"filename not-base64!", "filename YWJj,filename YWJj", ",", "a YWJj,", "a  YWJj", "a YWJj YWJj"})
    void metadataThatIsMalformedIsRefused(String malformed) {
        var answer = organiser.create(recording, "Upload-Length", "5", "Upload-Metadata", malformed);

        assertThat(detail(answer, 400)).contains("Upload-Metadata");
        assertThat(organiser.state(recording)).isEqualTo("AWAITING_UPLOAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename Y2xpcC5tcDQ=,is_public", "filename Y2xpcC5tcDQ=, filetype dmlkZW8vbXA0", ""})
    void metadataOfTheUploadersOwnIsTaken(String metadata) {
        var answer = organiser.create(recording, "Upload-Length", "5", "Upload-Metadata", metadata);

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "final;/api/recordings/a/upload/b"})
    void partsToBePutTogetherAreRefused(String concat) {
        var answer = organiser.create(recording, "Upload-Length", "5", "Upload-Concat", concat);

        assertThat(detail(answer, 400)).contains("Upload-Concat");
        assertThat(organiser.state(recording)).isEqualTo("AWAITING_UPLOAD");
    }

    @Test
    void whatTheProtocolRefusesIsRefusedWithTheReason() {
        String upload = organiser.createUpload(recording, CLIP.length);
        byte[] piece = Arrays.copyOf(CLIP, 10);

        assertThat(detail(organiser.patch(upload, 5, piece), 409)).contains("Upload-Offset");
        assertThat(detail(organiser.patch(upload, 0, new byte[CLIP.length + 1]), 400))
                .contains("length");
        assertThat(detail(organiser.create(recording), 400)).contains("Upload-Length");
        assertThat(detail(organiser.patch(upload + "0", 0, piece), 404)).isNotBlank();
        var text = organiser.tus(upload).header("Upload-Offset", "0").header("Content-Type", "text/plain");
        assertThat(detail(organiser.send(text.method("PATCH", BodyPublishers.ofByteArray(piece))), 415))
                .contains("Content-Type");
    }

    @Test
    void moreBytesThanAnnouncedAreRefusedHoweverTheyCome() {
        String upload = organiser.createUpload(recording, 1000);

        assertThat(organiser.patch(upload, 0, Arrays.copyOf(CLIP, 1001)).statusCode())
                .isEqualTo(400);
        var streamed = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(CLIP));
        assertThat(organiser.patch(upload, 0, streamed).statusCode()).isEqualTo(400);

        assertThat(offset(upload)).isZero();
        assertThat(organiser.state(recording)).isEqualTo("UPLOADING");
    }

    @Test
    void aWrongOffsetIsRefusedAndChangesNothing() {
        String upload = organiser.createUpload(recording, CLIP.length);
        organiser.patch(upload, 0, Arrays.copyOf(CLIP, 1000));

        assertThat(organiser.patch(upload, 500, Arrays.copyOf(CLIP, 10)).statusCode())
                .isEqualTo(409);
        assertThat(organiser.patch(upload, 1001, Arrays.copyOf(CLIP, 10)).statusCode())
                .isEqualTo(409);

        assertThat(offset(upload)).isEqualTo(1000);
    }

    @Test
    void lengthsThatAreNoneAreRefused() {
        assertThat(organiser.create(recording, "Upload-Length", "-1").statusCode())
                .isEqualTo(400);
        assertThat(organiser.create(recording, "Upload-Length", "many").statusCode())
                .isEqualTo(400);
        assertThat(organiser
                        .create(recording, "Upload-Length", "99999999999999999999")
                        .statusCode())
                .isEqualTo(400);
        assertThat(organiser.create(recording).statusCode()).isEqualTo(400);
        assertThat(organiser.create(recording, "Upload-Length", "3145729").statusCode())
                .isEqualTo(413);
        assertThat(organiser.state(recording)).isEqualTo("AWAITING_UPLOAD");
    }

    @Test
    void anUploadMayTellItsLengthLaterButNotALongerOneThanAllowed() {
        HttpResponse<byte[]> created = organiser.create(recording, "Upload-Defer-Length", "1");
        String upload = java.net
                .URI
                .create(created.headers().firstValue("Location").orElseThrow())
                .getPath();

        assertThat(organiser.patch(upload, 0, Arrays.copyOf(CLIP, 1000)).statusCode())
                .isEqualTo(204);
        byte[] rest = Arrays.copyOfRange(CLIP, 1000, CLIP.length);
        assertThat(organiser
                        .patch(upload, 1000, rest, "Upload-Length", "3145729")
                        .statusCode())
                .isEqualTo(413);
        assertThat(organiser
                        .patch(upload, 1000, rest, "Upload-Length", String.valueOf(CLIP.length))
                        .statusCode())
                .isEqualTo(204);

        assertThat(organiser.state(recording)).isEqualTo("READY");
    }

    @Test
    void aLengthThatIsToldTooShortIsRefusedAndNothingOfThatRequestStays() {
        String upload = java.net
                .URI
                .create(organiser
                        .create(recording, "Upload-Defer-Length", "1")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .getPath();
        organiser.patch(upload, 0, Arrays.copyOf(CLIP, 1000));
        byte[] next = Arrays.copyOfRange(CLIP, 1000, 2000);
        var streamed = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(next));

        for (String length : List.of("1999", "999", "0")) {
            assertThat(detail(organiser.patch(upload, 1000, next, "Upload-Length", length), 400))
                    .contains("Upload-Length");
            assertThat(organiser
                            .patch(upload, 1000, streamed, "Upload-Length", length)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(offset(upload)).isEqualTo(1000);
        }
        assertThat(organiser
                        .patch(
                                upload,
                                1000,
                                next,
                                "Upload-Length",
                                "2000",
                                "Upload-Checksum",
                                "md5 " + "A".repeat(22) + "==")
                        .statusCode())
                .isEqualTo(460);
        assertThat(organiser.head(upload).headers().firstValue("Upload-Length")).isEmpty();
        assertThat(organiser
                        .patch(upload, 1000, next, "Upload-Length", String.valueOf(CLIP.length))
                        .statusCode())
                .isEqualTo(204);
        assertThat(offset(upload)).isEqualTo(2000);
    }

    @Test
    void aLengthThatIsKnownIsRepeatedOrLeftOut() {
        String upload = organiser.createUpload(recording, CLIP.length);
        byte[] piece = Arrays.copyOf(CLIP, 1000);

        for (int length : new int[] {CLIP.length + 1, CLIP.length - 1}) {
            assertThat(detail(organiser.patch(upload, 0, piece, "Upload-Length", String.valueOf(length)), 400))
                    .contains(String.valueOf(CLIP.length));
            assertThat(offset(upload)).isZero();
        }
        assertThat(organiser
                        .patch(upload, 0, piece, "Upload-Length", String.valueOf(CLIP.length))
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "0x0", "99999999999999999999"})
    void anOffsetThatIsNoneIsRefused(String offset) {
        String upload = organiser.createUpload(recording, CLIP.length);
        var request = organiser
                .tus(upload)
                .header("Upload-Offset", offset)
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(Arrays.copyOf(CLIP, 10)));

        assertThat(detail(organiser.send(request), 400)).contains("Upload-Offset");
        assertThat(offset(upload)).isZero();
    }

    @Test
    void aTextThatIsCalledAFilmFailsWithTheReasonAndLeavesNoBytes() {
        String upload = organiser.createUpload(recording, 12);

        assertThat(organiser.patch(upload, 0, "just a text.".getBytes(UTF_8)).statusCode())
                .isEqualTo(204);

        assertThat(organiser.state(recording)).isEqualTo("FAILED");
        assertThat(organiser.look(recording).get("reason").asString()).contains("neither video nor audio");
        assertThat(organiser.publish(recording).status()).isEqualTo(409);
        eventually(() -> assertThat(filesOf(upload)).isEmpty());

        organiser.upload(recording, CLIP);
        assertThat(organiser.state(recording)).isEqualTo("READY");
        assertThat(organiser.look(recording).get("reason").isNull()).isTrue();
    }

    @Test
    void nothingAtAllFailsWithTheReason() {
        HttpResponse<byte[]> created = organiser.create(recording, "Upload-Length", "0");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(organiser.state(recording)).isEqualTo("FAILED");
        assertThat(organiser.look(recording).get("reason").asString()).contains("empty");
    }

    @Test
    void aSecondUploadTakesThePlaceOfOneThatWasNotFinished() throws Exception {
        String abandoned = organiser.createUpload(recording, CLIP.length);
        organiser.patch(abandoned, 0, Arrays.copyOf(CLIP, 1000));

        organiser.upload(recording, CLIP);

        assertThat(organiser.head(abandoned).statusCode()).isEqualTo(404);
        assertThat(organiser.look(recording).get("sha256").asString()).isEqualTo(sha256(CLIP));
        eventually(() -> assertThat(filesOf(abandoned)).isEmpty());
    }

    @Test
    void anUploadThatIsGivenUpLeavesNothing() {
        String upload = organiser.createUpload(recording, CLIP.length);
        organiser.patch(upload, 0, Arrays.copyOf(CLIP, 1000));

        assertThat(organiser.terminate(upload).statusCode()).isEqualTo(204);

        assertThat(organiser.head(upload).statusCode()).isEqualTo(404);
        assertThat(organiser.state(recording)).isEqualTo("AWAITING_UPLOAD");
        eventually(() -> assertThat(filesOf(upload)).isEmpty());
    }

    @Test
    void anUploadThatNobodyContinuesForDaysLeavesNothing() {
        String upload = organiser.createUpload(recording, CLIP.length);
        organiser.patch(upload, 0, Arrays.copyOf(CLIP, 1000));

        clock.move(settings.unfinishedUploadsExpireAfter().plus(Duration.ofMinutes(1)));

        eventually(() -> assertThat(organiser.state(recording)).isEqualTo("AWAITING_UPLOAD"));
        eventually(() -> assertThat(filesOf(upload)).isEmpty());
    }

    @Test
    void anUploadIsFoundUnderItsOwnRecordingOnly() {
        String upload = organiser.createUpload(recording, CLIP.length);
        UUID other = organiser.enter(neighbours.publishActivity(), "PUBLIC");
        String elsewhere = upload.replace(recording.toString(), other.toString());

        assertThat(organiser.head(elsewhere).statusCode()).isEqualTo(404);
        assertThat(organiser.patch(elsewhere, 0, CLIP).statusCode()).isEqualTo(404);
        assertThat(organiser.terminate(elsewhere).statusCode()).isEqualTo(404);
    }

    @Test
    void aFinishedUploadLeavesItsMediaAndNothingElse() {
        String upload = organiser.createUpload(recording, CLIP.length);
        organiser.patch(upload, 0, CLIP);

        eventually(() -> assertThat(filesOf(upload)).containsExactly(file(upload)));
        assertThat(organiser.terminate(upload).statusCode()).isEqualTo(409);
        assertThat(organiser.state(recording)).isEqualTo("READY");
    }

    @Test
    void onlyOrganisersUpload() {
        String path = "/api/recordings/" + recording + "/upload";
        String upload = organiser.createUpload(recording, CLIP.length);

        for (String method : List.of("POST", "OPTIONS")) {
            assertThat(anonymously(method, path).statusCode()).isEqualTo(401);
        }
        for (String method : List.of("HEAD", "PATCH", "DELETE")) {
            assertThat(anonymously(method, upload).statusCode()).isEqualTo(401);
        }
        assertThat(offset(upload)).isZero();
    }

    @Test
    void anotherVersionOfTheProtocolIsRefusedWithTheOneThatIsSpoken() {
        var answer = organiser.send(organiser
                .tus("/api/recordings/" + recording + "/upload")
                .setHeader("Tus-Resumable", "0.2.2")
                .POST(BodyPublishers.noBody()));

        assertThat(detail(answer, 412)).contains("0.2.2");
        assertThat(answer.headers().firstValue("Tus-Version")).hasValue("1.0.0");
    }

    private HttpResponse<byte[]> anonymously(String method, String path) {
        return organiser.send(organiser.request(path).method(method, BodyPublishers.noBody()));
    }

    /** What the refusal says to who reads it. */
    private static String detail(HttpResponse<byte[]> refused, int status) {
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = JsonMapper.shared().readTree(refused.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem.get("detail").asString();
    }

    private long offset(String upload) {
        HttpResponse<byte[]> answer = organiser.head(upload);
        assertThat(answer.statusCode()).isEqualTo(204);
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    private Path file(String upload) {
        return settings.folder().resolve(upload.substring(upload.lastIndexOf('/') + 1));
    }

    private List<Path> filesOf(String upload) throws IOException {
        String name = file(upload).getFileName().toString();
        try (Stream<Path> all = Files.list(settings.folder())) {
            return all.filter(file -> file.getFileName().toString().startsWith(name))
                    .toList();
        }
    }

    private static String checksum(byte[] bytes) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

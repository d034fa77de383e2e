package museum.atrium.recording;

import static museum.atrium.testing.badinput.Example.at;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import museum.atrium.recording.Neighbours.Programme;
import museum.atrium.testing.badinput.Example;
import museum.atrium.testing.badinput.Operation;

/** How each call is made so that it works, with every field that it has. */
final class ValidCalls {

    private static final String NO_UPLOADS = "https://video.example.org/watch?v=1";
    private static final String NO_FILE = "https://files.example.invalid/talk.mp4";
    private static final int LENGTH = 1_000;

    private final Organiser organiser;
    private final Neighbours neighbours;
    private final LiveRooms rooms;
    private final Programme programme;
    private final Visitor viewer;
    private final UUID shown;

    /** @param readyAsItIs makes an uploaded recording one that nothing processed */
    ValidCalls(Organiser organiser, Neighbours neighbours, LiveRooms rooms, Consumer<UUID> readyAsItIs) {
        this.organiser = organiser;
        this.rooms = rooms;
        this.neighbours = neighbours;
        this.programme = neighbours.publishActivity();
        String token = neighbours.token(neighbours.tell(Neighbours.participant(programme)));
        this.viewer = new Visitor(organiser, programme.slug(), token);
        this.shown = uploaded();
        readyAsItIs.accept(shown);
        organiser.publish(shown);
    }

    /** A call that is added to the OpenAPI document needs a line here. */
    Example of(Operation operation) {
        return switch (operation.id()) {
            case "createRecording" -> Example.PLAIN.json(draft());
            case "listRecordings" ->
                Example.PLAIN
                        .asking("activity", programme.slug())
                        .asking("state", "READY")
                        .asking("limit", "5")
                        .asking("cursor", new UUID(0, 0).toString());
            case "recordingsPage" ->
                Example.PLAIN
                        .asking("activity", programme.slug())
                        .asking("state", "READY")
                        .asking("cursor", new UUID(0, 0).toString());
            case "recordingPage" -> at("id", entered());
            case "enterOnPage" ->
                Example.PLAIN.form(Map.of(
                        "activity", programme.slug(), "session", "", "title", "A talk", "url", "", "access", "PUBLIC"));
            case "publishOnPage" ->
                at("id", this::ready).form(Map.of("at", "2030-03-01T14:00", "zone", "Europe/Paris"));
            case "unscheduleOnPage" -> at("id", this::scheduled).form(Map.of());
            case "retractOnPage" -> at("id", this::published).form(Map.of());
            case "retryProcessingOnPage" -> at("id", this::cancelled).form(Map.of());
            case "approveOnPage", "previewOnPage" -> at("id", ready()).form(Map.of());
            case "removeOnPage" -> at("id", this::entered).form(Map.of());
            case "changeRecording" -> at("id", entered()).json("""
                        {"activity": "%s", "session": "%s", "title": "Another", "language": "fr", "access": "PUBLIC",
                         "availableUntil": "2031-03-01T14:00:00Z"}
                        """.formatted(programme.slug(), programme.second()));
            case "getRecording" -> at("id", entered());
            case "removeRecording" -> at("id", this::entered);
            case "listArrivals" -> Example.PLAIN.asking("state", "WAITING");
            case "ignoreArrival" -> at("id", this::arrived);
            case "assignArrival" -> at("id", this::arrived).json(place());
            case "listRooms" -> Example.PLAIN.asking("activity", programme.slug());
            case "putRoom" -> at("source", "ZOOM").and("room", "81234567890").json(place());
            case "removeRoom" -> at("room", this::room).and("source", "ZOOM");
            case "zoom" -> rooms.validation();
            case "bigBlueButton" -> LiveRooms.ready();
            case "importFile" ->
                at("id", this::entered).json("{\"url\": \"" + NO_FILE + "\", \"sha256\": \"" + "a1".repeat(32) + "\"}");
            case "cancelImport" -> at("id", this::fetching);
            case "putCaptions" ->
                at("id", entered())
                        .and("language", "fr")
                        .header("Content-Type", "text/vtt")
                        .file("WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour");
            case "putAttachment" ->
                at("id", entered())
                        .and("name", "slides.pdf")
                        .header("Content-Type", "application/octet-stream")
                        .file("%PDF-1.7");
            case "removeAttachment" -> at("id", this::attached).and("name", "slides.pdf");
            case "putChapters" -> at("id", entered()).json("""
                        {"items": [{"start": 0, "title": "Welcome", "speakers": ["Speaker 1 (sample)"]}]}
                        """);
            case "removeCaptions" -> at("id", this::captioned).and("language", "fr");
            case "getRemoval" -> at("id", retracted());
            case "replaceRecording" -> at("id", this::published).json("{\"url\": \"" + NO_UPLOADS + "\"}");
            case "approveRecording" -> at("id", ready()).json("{}");
            case "withdrawApproval" -> at("id", this::ready);
            case "noteReleases" -> at("id", entered()).json("""
                        {"items": [{"speaker": "Speaker 1 (sample)", "released": true, "note": "by mail"}]}
                        """);
            case "previewRecording" -> at("id", ready()).json("{}");
            case "publishAll" ->
                Example.PLAIN
                        .json("{\"activity\": \"" + Example.mark("slug") + "\", \"at\": \"2030-03-01T14:00:00Z\"}")
                        .making("slug", this::activityWithSomethingReady);
            case "publishRecording" -> at("id", this::ready).json("{\"at\": \"2030-03-01T14:00:00Z\"}");
            case "unscheduleRecording" -> at("id", this::scheduled);
            case "retractRecording" -> at("id", this::published).json("{}");
            case "retryProcessing" -> at("id", this::cancelled).json("{}");
            case "cancelProcessing" -> at("id", () -> uploaded().toString());
            case "watchProgress" -> at("id", this::ready);
            case "trimRecording" -> at("id", () -> uploaded().toString()).json("{\"start\": 1.5, \"end\": 3}");
            case "describeUploads" -> at("id", entered());
            case "createUpload" ->
                tus(at("id", entered()))
                        .header("Upload-Length", Integer.toString(LENGTH))
                        .header("Upload-Metadata", "filename Y2xpcC5tcDQ=");
            case "getUploadOffset" -> tus(upload());
            case "sendBytes" -> tus(upload()).header("Upload-Offset", "0").file("0123456789");
            case "terminateUpload" -> tus(upload());
            case "watch" -> at("slug", viewer.slug()).asking("t", String.valueOf(viewer.token()));
            case "watchOne" ->
                at("slug", viewer.slug())
                        .and("recording", shown.toString())
                        .asking("t", String.valueOf(viewer.token()));
            case "feed" -> at("slug", "museums-at-work").and("feed", "recordings.atom");
            case "everybodysMedia" -> at("id", shown.toString()).and("name", "recording.mp4");
            case "listViews" -> at("id", entered());
            case "countView" -> view(viewer.media().getFirst());
            case "media" -> media(viewer.media().getFirst());
            default -> throw operation.hasNoExample();
        };
    }

    private static Example tus(Example example) {
        return example.header("Tus-Resumable", "1.0.0");
    }

    private String draft() {
        return draft(programme);
    }

    private static String draft(Programme programme) {
        return """
                {"activity": "%s", "session": "%s", "title": "What we recorded", "language": "en", "access": "ATTENDEES",
                 "url": "%s", "availableUntil": "2031-03-01T14:00:00Z"}
                """.formatted(programme.slug(), programme.first(), NO_UPLOADS);
    }

    private String activityWithSomethingReady() {
        Programme other = neighbours.publishActivity();
        organiser.enter(other, "PUBLIC");
        organiser.enter(draft(other));
        return other.slug();
    }

    private String entered() {
        return organiser.enter(programme, "ATTENDEES").toString();
    }

    private String ready() {
        return organiser.enter(draft()).body().get("id").asString();
    }

    /** Processed by nobody yet. */
    private UUID uploaded() {
        UUID id = organiser.enter(programme, "PUBLIC");
        organiser.upload(id, Organiser.CLIP);
        return id;
    }

    private String cancelled() {
        String id = uploaded().toString();
        organiser.json("DELETE", "/api/recordings/" + id + "/processing", null);
        return id;
    }

    private String attached() {
        String id = entered();
        organiser.attach(UUID.fromString(id), "slides.pdf", new byte[] {'%', 'P', 'D', 'F'});
        return id;
    }

    private String place() {
        return "{\"activity\": \"%s\", \"session\": \"%s\"}".formatted(programme.slug(), programme.first());
    }

    private String room() {
        String room = UUID.randomUUID().toString();
        organiser.json("PUT", "/api/recordings/rooms/ZOOM/" + room, place());
        return room;
    }

    /** At a time when nothing took place. */
    private String arrived() {
        String room = UUID.randomUUID().toString();
        organiser.hook(rooms.recorded(room, room, "2001-01-01T10:00:00Z", "2001-01-01T11:00:00Z", NO_FILE));
        return organiser.arrival(room).get("id").asString();
    }

    private String fetching() {
        String id = entered();
        organiser.json("POST", "/api/recordings/" + id + "/import", "{\"url\": \"" + NO_FILE + "\"}");
        return id;
    }

    private String captioned() {
        String id = entered();
        organiser.captions(UUID.fromString(id), "fr", "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour");
        return id;
    }

    private String retracted() {
        String id = published();
        organiser.retract(UUID.fromString(id));
        return id;
    }

    private String published() {
        String id = ready();
        organiser.publish(UUID.fromString(id));
        return id;
    }

    private String scheduled() {
        String id = ready();
        organiser.publish(UUID.fromString(id), "2030-03-01T14:00:00Z");
        return id;
    }

    /** One that waits for its bytes; each time another, of the same recording. */
    private Example upload() {
        UUID recording = UUID.fromString(entered());
        return at("id", recording.toString())
                .making("upload", () -> {
                    String path = organiser.createUpload(recording, LENGTH);
                    return path.substring(path.lastIndexOf('/') + 1);
                })
                .and("upload", Example.mark("upload"));
    }

    private static Example view(String address) {
        String[] parts = address.split("[/?]");
        return at("id", parts[2]).and("version", parts[3]).asking("t", parts[5].replace("t=", ""));
    }

    private static Example media(String address) {
        String[] parts = address.split("[/?]");
        Example media = at("id", parts[2])
                .and("version", parts[3])
                .and("name", parts[4])
                .header("Range", "bytes=0-99");
        return parts.length == 5 ? media : media.asking("t", parts[5].replace("t=", ""));
    }
}

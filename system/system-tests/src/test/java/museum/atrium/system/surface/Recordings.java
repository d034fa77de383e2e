package museum.atrium.system.surface;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An organiser at work on recordings. */
public final class Recordings {

    private final Http http;

    /** Takes calls that carry the organiser's credentials. */
    public Recordings(Http http) {
        this.http = http;
    }

    public Announced announces(String activity, String session, String title, String access) {
        Map<String, String> body =
                Map.of("activity", activity, "session", session, "title", title, "language", "en", "access", access);
        return http.post("/api/recordings", body).expecting(201).as(Announced.class);
    }

    /** A recording that lies on a video platform: only its address is given. */
    public Announced announcesElsewhere(String activity, String title, String access, String url) {
        Map<String, String> body =
                Map.of("activity", activity, "title", title, "language", "en", "access", access, "url", url);
        return http.post("/api/recordings", body).expecting(201).as(Announced.class);
    }

    public TusUpload begins(Announced recording, String fileName, long length) {
        String uploadUrl = Objects.requireNonNull(recording.uploadUrl(), "nothing is uploaded that lies elsewhere");
        return TusUpload.create(http, uploadUrl, fileName, length);
    }

    public String stateOf(Announced recording) {
        JsonNode found =
                http.get("/api/recordings/" + recording.id()).expecting(200).json();
        return found.get("state").asString();
    }

    public void publishes(Announced recording) {
        http.post("/api/recordings/%s/publication".formatted(recording.id()), Map.of())
                .expecting(200);
    }

    public void retracts(Announced recording) {
        http.post("/api/recordings/%s/retraction".formatted(recording.id())).expecting(200);
    }

    public record Announced(String id, @Nullable String uploadUrl) {}
}

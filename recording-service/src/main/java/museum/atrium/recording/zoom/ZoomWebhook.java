package museum.atrium.recording.zoom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import museum.atrium.http.Refusal;
import museum.atrium.recording.arrivals.UnreadableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where Zoom tells of recordings. It is answered at once; whatever takes time comes later. */
@RestController
class ZoomWebhook {

    private static final Logger log = LoggerFactory.getLogger(ZoomWebhook.class);

    private final Signatures signatures;
    private final ZoomMeetings meetings;

    ZoomWebhook(Signatures signatures, ZoomMeetings meetings) {
        this.signatures = signatures;
        this.meetings = meetings;
    }

    @PostMapping("/hooks/zoom")
    ResponseEntity<Map<String, String>> told(
            @RequestHeader(name = "x-zm-signature", required = false) @Nullable String signature,
            @RequestHeader(name = "x-zm-request-timestamp", required = false) @Nullable String timestamp,
            @RequestBody byte[] body) {
        if (!signatures.isConfigured()) {
            throw Refusal.notFound("Zoom is not connected here: set ZOOM_WEBHOOK_SECRET.");
        }
        if (!signatures.isGood(signature, timestamp, body)) {
            throw Refusal.forbidden("The signature is not Zoom's, or it is older than five minutes.");
        }
        JsonNode event = read(body);
        switch (event.path("event").asString("")) {
            case "endpoint.url_validation" -> {
                String plain = event.at("/payload/plainToken").asString("");
                if (plain.isEmpty()) {
                    throw Refusal.badRequest("The payload lacks plainToken, which is to be encrypted.");
                }
                return ResponseEntity.ok(
                        Map.of("plainToken", plain, "encryptedToken", signatures.hmac(plain.getBytes(UTF_8))));
            }
            case "recording.completed", "recording.transcript_completed" -> receive(event);
            default -> log.info("Zoom tells of something that is not used here");
        }
        return ResponseEntity.noContent().build();
    }

    private void receive(JsonNode event) {
        JsonNode meeting = event.at("/payload/object");
        String token = event.path("download_token").asString("");
        String authorization = token.isEmpty() ? null : "Bearer " + token;
        try {
            meetings.take(meeting, authorization);
        } catch (UnreadableList unreadable) {
            throw Refusal.badRequest(String.valueOf(unreadable.getMessage()));
        }
    }

    private static JsonNode read(byte[] body) {
        JsonNode event;
        try {
            event = JsonMapper.shared().readTree(body);
        } catch (JacksonException unreadable) {
            throw Refusal.badRequest("The body is not JSON.");
        }
        if (!event.path("event").isString()
                || event.has("payload") && !event.get("payload").isObject()
                || event.has("download_token") && !event.get("download_token").isString()) {
            throw Refusal.badRequest("The body is no event: that has a name, and a payload that is an object.");
        }
        return event;
    }
}

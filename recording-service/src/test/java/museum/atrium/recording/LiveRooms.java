package museum.atrium.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import museum.atrium.testing.badinput.Example;
import tools.jackson.databind.json.JsonMapper;

/** What the systems of live rooms send, signed as they sign. */
final class LiveRooms {

    private final Clock clock;

    LiveRooms(Clock clock) {
        this.clock = clock;
    }

    /** Zoom asks whose address this is. */
    Example validation() {
        return zoom("""
                {"event": "endpoint.url_validation", "payload": {"plainToken": "q9ibPhGeRZ6ayx5WTrXjRw"}}
                """);
    }

    /** Zoom tells of a meeting that was recorded. */
    Example recorded(String room, String file, String start, String end, String url) {
        return zoom("""
                {"event": "recording.completed", "download_token": "a-token",
                 "payload": {"object": {"id": "%1$s", "topic": "Light and how to live with it", "recording_files": [
                   {"id": "%2$s-gallery", "file_type": "MP4", "recording_type": "gallery_view", "status": "completed",
                    "recording_start": "%3$s", "recording_end": "%4$s", "download_url": "%5$s"},
                   {"id": "%2$s", "file_type": "MP4", "recording_type": "shared_screen_with_speaker_view", "status": "completed",
                    "recording_start": "%3$s", "recording_end": "%4$s", "download_url": "%5$s"},
                   {"id": "%2$s-chat", "file_type": "CHAT", "recording_start": "%3$s", "recording_end": "%4$s"}]}}}
                """.formatted(room, file, start, end, url));
    }

    /** Zoom tells that what was said in it is written down. */
    Example transcribed(String room, String file, String start, String url) {
        return zoom("""
                {"event": "recording.transcript_completed", "download_token": "a-token",
                 "payload": {"object": {"id": "%s", "recording_files": [
                   {"id": "%s", "file_type": "TRANSCRIPT", "recording_start": "%s", "download_url": "%s"}]}}}
                """.formatted(room, file, start, url));
    }

    /** At the moment at which it is made. */
    Example zoom(String json) {
        return zoom(json, clock.instant(), WholeService.ZOOM_SECRET);
    }

    Example zoom(String json, Instant at, String secret) {
        Example plain = Example.PLAIN.json(json);
        String body = JsonMapper.shared().readTree(json).toString();
        String timestamp = Long.toString(at.getEpochSecond());
        return plain.header("x-zm-request-timestamp", timestamp)
                .header("x-zm-signature", "v0=" + hmac("v0:" + timestamp + ":" + body, secret));
    }

    /** BigBlueButton tells that there is something in its list. */
    static Example ready() {
        return ready(WholeService.BIGBLUEBUTTON_SECRET);
    }

    static Example ready(String secret) {
        return ready(secret, "{\"meeting_id\": \"room\", \"record_id\": \"one\"}");
    }

    static Example ready(String secret, String claims) {
        JWSObject told = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
        try {
            told.sign(new MACSigner(secret.getBytes(UTF_8)));
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return Example.PLAIN.form(Map.of("signed_parameters", told.serialize()));
    }

    static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

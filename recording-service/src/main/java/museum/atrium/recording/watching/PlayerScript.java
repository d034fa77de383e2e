package museum.atrium.recording.watching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** hls.js: plays HLS in browsers that do not do so themselves. Its address changes with it, so that it is kept for good. */
@RestController
class PlayerScript {

    private static final String SCRIPT = "META-INF/resources/webjars/hls.js/1.4.12/dist/hls.min.js";
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final byte[] script;
    private final byte[] compressed;
    private final String address;

    PlayerScript() throws IOException {
        script = new ClassPathResource(SCRIPT).getContentAsByteArray();
        compressed = compressed(script);
        address = "/media/player/hls.js?v=" + DigestUtils.md5DigestAsHex(script).substring(0, 8);
    }

    /** Below this origin. */
    String address() {
        return address;
    }

    @GetMapping("/media/player/hls.js")
    ResponseEntity<byte[]> script(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .cacheControl(FOR_GOOD);
        return encodings.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(compressed)
                : answer.body(script);
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array takes whatever is written", impossible);
        }
        return compressed.toByteArray();
    }
}

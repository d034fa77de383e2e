package museum.atrium.registration.pictures;

import java.time.Duration;
import museum.atrium.http.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Under an address that changes with the content, so that it can be kept for good. */
@RestController
class PictureController {

    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    /** The one of all pages, whichever service has them. */
    @GetMapping("/pictures/icon.svg")
    ResponseEntity<Resource> icon() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new ClassPathResource("frame/icon.svg"));
    }

    @GetMapping("/pictures/{hash:[0-9a-f]{64}}")
    ResponseEntity<byte[]> show(@PathVariable String hash) {
        Pictures.Kept kept = pictures.find(hash).orElseThrow(() -> Refusal.notFound("There is no such picture."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kept.type()))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                // Opened by itself, a drawing could carry a script.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .body(kept.content());
    }
}

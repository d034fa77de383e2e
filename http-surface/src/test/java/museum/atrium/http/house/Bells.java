package museum.atrium.http.house;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Everybody hears whether a call was carried out. */
@RestController
class Bells {

    private final AtomicInteger rung = new AtomicInteger();

    @GetMapping("/api/bells")
    Map<String, Integer> heard() {
        return Map.of("rung", rung.get());
    }

    @GetMapping(path = "/api/bells", produces = "text/csv")
    ResponseEntity<byte[]> heardAsTable() {
        return ResponseEntity.ok().body(("rung\r\n" + rung.get() + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/api/bells")
    Map<String, Integer> ring() {
        return Map.of("rung", rung.incrementAndGet());
    }

    @PutMapping("/api/bells")
    ResponseEntity<?> ringLater() {
        return ResponseEntity.accepted().body(ring());
    }

    @PatchMapping("/api/bells")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ringSilently() {
        rung.incrementAndGet();
    }

    @DeleteMapping("/api/bells")
    ResponseEntity<Void> stop() {
        rung.incrementAndGet();
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/bells")
    ResponseEntity<String> ringOnPage() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .body("<!doctype html><title>" + rung.incrementAndGet());
    }
}

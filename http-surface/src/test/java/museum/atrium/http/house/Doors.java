package museum.atrium.http.house;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.account.Grant;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.json.StrictJson;
import museum.atrium.http.session.OrganizerSessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class Doors {

    private final StrictJson json;

    Doors(StrictJson json) {
        this.json = json;
    }

    @PostMapping("/api/doors")
    ResponseEntity<NewDoor> build(@Valid @RequestBody NewDoor door) {
        return ResponseEntity.status(201).body(door);
    }

    @PatchMapping("/api/doors")
    NewDoor change(@RequestBody JsonNode patch) {
        return json.read(patch, NewDoor.class);
    }

    @GetMapping("/api/doors")
    Map<String, Integer> list(@RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
        return Map.of("limit", limit);
    }

    @GetMapping("/api/windows")
    Map<String, String> windows(@RequestParam Map<String, String> all) {
        return all;
    }

    @GetMapping(path = "/api/windows", produces = "text/csv")
    ResponseEntity<byte[]> windowsAsTable() {
        return ResponseEntity.ok().body("number\r\n17\r\n".getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/doors/{id}")
    Map<String, UUID> one(@PathVariable UUID id) {
        return Map.of("id", id);
    }

    @PostMapping(
            path = {"/api/import", "/api/large-import", "/api/endless-import"},
            consumes = "text/csv")
    Map<String, Integer> count(InputStream csv) throws IOException {
        return Map.of("bytes", csv.readAllBytes().length);
    }

    @PostMapping(path = "/api/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Map<String, String> form(@RequestParam String name) {
        return Map.of("name", name);
    }

    @GetMapping("/api/organizer/doors")
    Map<String, String> secret() {
        return Map.of("behind", "door");
    }

    @PostMapping("/api/organizer/doors")
    Map<String, String> paint() {
        return Map.of("painted", "door");
    }

    @PostMapping("/api/organizer/doors/search")
    Map<String, String> find() {
        return Map.of("found", "door");
    }

    /** Whoever is shown it can prove that. */
    @GetMapping("/organizer/doors")
    String shown(HttpServletRequest request) {
        return OrganizerSessions.proof(request);
    }

    @GetMapping("/api/organizer/me")
    Map<String, Object> me() {
        OrganizerAccount account = OrganizerAccount.current().orElseThrow();
        return Map.of(
                "id",
                account.id(),
                "name",
                account.name(),
                "grants",
                account.grants().stream().map(Grant::toString).sorted().toList());
    }

    @GetMapping(path = "/page", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'self'")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body("<!doctype html><title>House</title>");
    }
}

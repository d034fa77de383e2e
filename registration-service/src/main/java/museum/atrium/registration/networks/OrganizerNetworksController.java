package museum.atrium.registration.networks;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/organizer/networks")
class OrganizerNetworksController {

    private final WritingNetworks writing;
    private final Networks networks;

    OrganizerNetworksController(WritingNetworks writing, Networks networks) {
        this.writing = writing;
        this.networks = networks;
    }

    @PostMapping
    ResponseEntity<Network> create(@RequestBody NetworkDraft draft) {
        Network created = writing.create(draft);
        return ResponseEntity.created(URI.create(
                        "/api/organizer/networks/" + created.profile().slug()))
                .body(created);
    }

    @GetMapping
    Network.Answer list() {
        return new Network.Answer(networks.all());
    }

    @GetMapping("/{slug}")
    Network show(@PathVariable String slug) {
        return networks.existing(slug);
    }

    @PatchMapping("/{slug}")
    Network edit(@PathVariable String slug, @RequestBody JsonNode patch) {
        return writing.edit(slug, patch);
    }

    @DeleteMapping("/{slug}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String slug) {
        writing.delete(slug);
    }
}

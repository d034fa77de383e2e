package museum.atrium.registration.programme;

import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CopyController {

    private final Copying copying;
    private final OrganizerMapper mapper;

    CopyController(Copying copying, OrganizerMapper mapper) {
        this.copying = copying;
        this.mapper = mapper;
    }

    @PostMapping("/api/organizer/activities/{slug}/copy")
    ResponseEntity<OrganizerActivity> copy(
            @PathVariable String slug, @RequestBody(required = false) @Nullable CopyRequest wanted) {
        Activity copy = copying.copy(slug, requireNonNullElse(wanted, CopyRequest.NOTHING));
        return ResponseEntity.created(URI.create("/api/organizer/activities/" + copy.slug()))
                .body(mapper.toOrganizer(copy));
    }
}

package museum.atrium.registration.speakers;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.erasure.AcceptedErasure;
import museum.atrium.registration.reachability.Reach;
import museum.atrium.registration.reachability.Reaches;
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
@RequestMapping("/api/organizer/activities/{slug}/speakers")
class OrganizerSpeakersController {

    private final InvitingSpeakers inviting;
    private final ErasingSpeakers erasing;
    private final Reaches reaches;

    OrganizerSpeakersController(InvitingSpeakers inviting, ErasingSpeakers erasing, Reaches reaches) {
        this.inviting = inviting;
        this.erasing = erasing;
        this.reaches = reaches;
    }

    record Speakers(List<OrganizerSpeaker> items) {}

    @PostMapping
    ResponseEntity<OrganizerSpeaker> invite(@PathVariable String slug, @RequestBody SpeakerRequest request) {
        OrganizerSpeaker invited = shown(inviting.invite(slug, request));
        return ResponseEntity.created(URI.create("/api/organizer/activities/" + slug + "/speakers/" + invited.id()))
                .body(invited);
    }

    @GetMapping
    Speakers list(@PathVariable String slug) {
        List<SpeakerInvitation> all = inviting.list(slug);
        Map<UUID, Reach> reach =
                reaches.ofAll(all.stream().map(one -> one.id().value()).toList());
        return new Speakers(all.stream()
                .map(one -> OrganizerSpeaker.of(one, reach.getOrDefault(one.id().value(), Reach.UNHINDERED)))
                .toList());
    }

    @GetMapping("/{id}")
    OrganizerSpeaker show(@PathVariable String slug, @PathVariable UUID id) {
        return shown(inviting.show(slug, new SpeakerId(id)));
    }

    @PatchMapping("/{id}")
    OrganizerSpeaker change(@PathVariable String slug, @PathVariable UUID id, @RequestBody JsonNode patch) {
        return shown(inviting.change(slug, new SpeakerId(id), SpeakerPatch.of(patch)));
    }

    @DeleteMapping("/{id}")
    OrganizerSpeaker withdraw(@PathVariable String slug, @PathVariable UUID id) {
        return shown(inviting.withdraw(slug, new SpeakerId(id)));
    }

    @PostMapping("/{id}/invitation")
    OrganizerSpeaker sendAgain(@PathVariable String slug, @PathVariable UUID id) {
        return shown(inviting.sendAgain(slug, new SpeakerId(id)));
    }

    @PostMapping("/{id}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    AcceptedErasure erase(@PathVariable String slug, @PathVariable UUID id) {
        return new AcceptedErasure(erasing.erase(inviting.show(slug, new SpeakerId(id))));
    }

    private OrganizerSpeaker shown(SpeakerInvitation invitation) {
        return OrganizerSpeaker.of(invitation, reaches.of(invitation.id().value()));
    }
}

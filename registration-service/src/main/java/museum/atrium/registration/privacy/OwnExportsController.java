package museum.atrium.registration.privacy;

import java.util.UUID;
import museum.atrium.registration.export.ExportId;
import museum.atrium.registration.signup.OwnRegistrations;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is held of one's own registration in all services, for programs. */
@RestController
@RequestMapping("/api/registrations/{token}/exports")
class OwnExportsController {

    private final OwnRegistrations own;
    private final AskingExports asking;
    private final ShowingExports showing;

    OwnExportsController(OwnRegistrations own, AskingExports asking, ShowingExports showing) {
        this.own = own;
        this.asking = asking;
        this.showing = showing;
    }

    /** No address of the report: it has the token in it, which is the caller's to keep. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ExportsController.Accepted ask(@PathVariable String token) {
        return new ExportsController.Accepted(
                asking.askOfOwn(own.byManageToken(token).id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<ExportReport> show(@PathVariable String token, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(showing.showOwn(new ExportId(id), own.byManageToken(token).id()));
    }
}

package museum.atrium.registration.signup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The codes of an activity that is by invitation only. */
@RestController
@RequestMapping("/api/organizer/activities/{slug}/codes")
class InvitingController {

    private final Inviting inviting;

    InvitingController(Inviting inviting) {
        this.inviting = inviting;
    }

    /** Shapes: the OpenAPI document. */
    record Request(
            @Nullable String code,
            @Nullable Integer uses,
            @Nullable Integer count,
            @Nullable List<@Nullable String> emails) {

        /** Never whom it invites: this may end in a log. */
        @Override
        public String toString() {
            return "codes";
        }
    }

    /** @param personal whether it admits one address only */
    record Code(String code, @Nullable Integer uses, boolean personal, long used) {}

    record Codes(List<Code> items) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Codes add(@PathVariable String slug, @RequestBody Request request) {
        return new Codes(inviting.add(slug, request).stream()
                .map(code -> view(new InvitationCodes.Used(code, 0)))
                .toList());
    }

    @GetMapping
    Codes list(@PathVariable String slug) {
        return new Codes(
                inviting.list(slug).stream().map(InvitingController::view).toList());
    }

    private static Code view(InvitationCodes.Used entry) {
        InvitationCode code = entry.code();
        return new Code(code.code(), code.uses(), code.addressKey() != null, entry.used());
    }
}

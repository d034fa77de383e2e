package museum.atrium.registration.speakers;

import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.reachability.Reaches;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own invitation to speak, for programs. */
@RestController
@RequestMapping("/api/speakers/{token}")
class SpeakerController {

    private final OwnInvitations own;
    private final AnsweringInvitations answering;
    private final Activities activities;
    private final Reaches reaches;

    SpeakerController(OwnInvitations own, AnsweringInvitations answering, Activities activities, Reaches reaches) {
        this.own = own;
        this.answering = answering;
        this.activities = activities;
        this.reaches = reaches;
    }

    record Answer(@Nullable SpeakerStatus status) {}

    @GetMapping
    SpeakerView show(@PathVariable String token) {
        return view(own.byToken(token));
    }

    @PatchMapping
    SpeakerView answer(@PathVariable String token, @RequestBody Answer answer) {
        SpeakerInvitation invitation = own.byToken(token);
        boolean accepts = answer.status() == SpeakerStatus.ACCEPTED;
        if (!accepts && answer.status() != SpeakerStatus.DECLINED) {
            throw Refusal.invalid(new FieldError("status", "must be ACCEPTED or DECLINED"));
        }
        return view(answering.answer(invitation, accepts));
    }

    private SpeakerView view(SpeakerInvitation invitation) {
        return SpeakerView.of(
                invitation,
                activities.find(invitation.activity()).orElseThrow(),
                reaches.of(invitation.id().value()));
    }
}

package museum.atrium.notification.pausing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How organisers stop mails, and let them go on. */
@RestController
class SendingController {

    /** @param activity a slug, or null for all mails; said in any case, so that a slip of the pen never stops everything */
    record Choice(@JsonProperty(required = true) @Nullable String activity) {}

    record PauseView(@Nullable String activity, Instant since, String by) {

        PauseView(Pause pause) {
            this(pause.slug(), pause.since(), pause.by());
        }
    }

    record SendingView(List<PauseView> paused, Waiting waiting) {}

    record CancellationView(long cancelled) {}

    private final Pauses pauses;
    private final Counting counting;
    private final Steering steering;
    private final Reach reach;

    SendingController(Pauses pauses, Counting counting, Steering steering, Reach reach) {
        this.pauses = pauses;
        this.counting = counting;
        this.steering = steering;
        this.reach = reach;
    }

    @GetMapping("/api/sending")
    ResponseEntity<SendingView> show(@RequestParam Map<String, String> parameters) {
        refuse(parameters);
        OrganizerAccount account = account();
        List<PauseView> shown = pauses.all().stream()
                .filter(pause -> reach.shows(pause, account))
                .map(PauseView::new)
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new SendingView(shown, counting.waiting()));
    }

    @PostMapping("/api/sending/pause")
    PauseView pause(@RequestBody Choice choice, @RequestParam Map<String, String> parameters) {
        refuse(parameters);
        return new PauseView(steering.pause(steered(choice), account()));
    }

    @PostMapping("/api/sending/resume")
    ResponseEntity<Void> resume(@RequestBody Choice choice, @RequestParam Map<String, String> parameters) {
        refuse(parameters);
        steering.resume(steered(choice), account());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/sending/cancellation")
    CancellationView cancel(@RequestBody Choice choice, @RequestParam Map<String, String> parameters) {
        refuse(parameters);
        return new CancellationView(steering.cancel(steered(choice), account()));
    }

    private @Nullable UUID steered(Choice choice) {
        return reach.steered(choice.activity(), account());
    }

    private static void refuse(Map<String, String> parameters) {
        if (!parameters.isEmpty()) {
            throw Refusal.badRequest("This call has no parameters.");
        }
    }

    private static OrganizerAccount account() {
        return OrganizerAccount.current().orElseThrow();
    }
}

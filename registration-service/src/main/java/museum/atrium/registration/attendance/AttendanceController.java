package museum.atrium.registration.attendance;

import java.util.Optional;
import java.util.UUID;
import museum.atrium.registration.checking.PageById;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SettlingAttendance;
import museum.atrium.registration.signup.RegistrationId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who came to a session, for organisers: to see, to settle, and to correct by hand. */
@RestController
@RequestMapping("/api/organizer/sessions/{id}/attendance")
class AttendanceController {

    private final Activities activities;
    private final AttendanceSheet sheet;
    private final CorrectingAttendance correcting;
    private final SettlingAttendance settling;

    AttendanceController(
            Activities activities,
            AttendanceSheet sheet,
            CorrectingAttendance correcting,
            SettlingAttendance settling) {
        this.activities = activities;
        this.sheet = sheet;
        this.correcting = correcting;
        this.settling = settling;
    }

    /** @param minutes how long they stayed; null: not known */
    record Correction(@Nullable Integer minutes) {}

    @GetMapping
    AttendanceSheet.Page show(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return page(new SessionId(id), PageById.of(sent));
    }

    /** Nobody else came: absent is who is not known to have come. */
    @PostMapping("/settlement")
    AttendanceSheet.Page settle(@PathVariable UUID id) {
        settling.settle(new SessionId(id));
        return page(new SessionId(id), PageById.FIRST);
    }

    @PutMapping("/{registration}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void came(
            @PathVariable UUID id,
            @PathVariable UUID registration,
            @RequestBody(required = false) @Nullable Correction correction) {
        correcting.came(
                new SessionId(id),
                new RegistrationId(registration),
                Optional.ofNullable(correction).map(Correction::minutes).orElse(null));
    }

    @DeleteMapping("/{registration}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void didNotCome(@PathVariable UUID id, @PathVariable UUID registration) {
        correcting.didNotCome(new SessionId(id), new RegistrationId(registration));
    }

    private AttendanceSheet.Page page(SessionId session, PageById asked) {
        return sheet.page(activities.havingSession(session).session(session).orElseThrow(), asked);
    }
}

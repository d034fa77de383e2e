package museum.atrium.registration.attendance;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Attending;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationId;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organiser knows better than join pages and lists who came. */
@Component
class CorrectingAttendance {

    private final Activities activities;
    private final Attending attending;
    private final Clock clock;

    CorrectingAttendance(Activities activities, Attending attending, Clock clock) {
        this.activities = activities;
        this.attending = attending;
        this.clock = clock;
    }

    /** @throws Refusal 404; 409 if they have no place in the session, or it has not begun; 422 if they stayed too long */
    void came(SessionId id, RegistrationId who, @Nullable Integer minutes) {
        Activity activity = activities.havingSession(id);
        Session session = activity.session(id).orElseThrow();
        Registration registration = registered(activity, who);
        session.refuseIfNobodyCame(clock.instant());
        if (registration.status() != RegistrationStatus.CONFIRMED || !registration.includes(id)) {
            throw Refusal.conflict("no-place", "The registration " + who + " has no place in the session " + id + ".");
        }
        long longest = Duration.between(session.startsAt(), session.endsAt()).toMinutes();
        if (minutes != null && (minutes < 0 || minutes > longest)) {
            throw Refusal.invalid(new FieldError("minutes", "must lie between 0 and " + longest + ", as it lasted"));
        }
        attending.count(
                id,
                Attending.Source.ORGANIZER,
                List.of(new Attending.Visit(who, minutes == null ? null : Duration.ofMinutes(minutes))));
    }

    void didNotCome(SessionId id, RegistrationId who) {
        registered(activities.havingSession(id), who);
        attending.discount(id, who);
    }

    private Registration registered(Activity activity, RegistrationId who) {
        return attending
                .registered(who)
                .filter(registration -> registration.activity().equals(activity.id()))
                .orElseThrow(() -> Refusal.notFound("There is no registration " + who + " for this activity."));
    }
}

package museum.atrium.registration.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.attendance.ImportedAttendance.Reason;
import museum.atrium.registration.attendance.ImportedAttendance.Unmatched;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.programme.SettlingAttendance;
import museum.atrium.registration.signup.Attending;
import museum.atrium.registration.signup.Attending.Visit;
import museum.atrium.registration.signup.EmailAddress;
import museum.atrium.registration.signup.Registration;
import museum.atrium.registration.signup.RegistrationStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes over what a live platform knows of who was there. Importing a list twice, or a longer one later, counts nobody twice. */
@Component
class ImportingAttendance {

    private static final int MOST_PEOPLE = 50_000;
    private static final int AT_ONCE = 500;

    private final Activities activities;
    private final Attending attending;
    private final SettlingAttendance settling;
    private final Clock clock;

    ImportingAttendance(Activities activities, Attending attending, SettlingAttendance settling, Clock clock) {
        this.activities = activities;
        this.attending = attending;
        this.settling = settling;
        this.clock = clock;
    }

    /** All lines of one address. */
    private record Attendee(
            EmailAddress address, Presence first, @Nullable Duration stayed) {

        Attendee and(@Nullable Duration more) {
            Duration total = stayed == null ? more : more == null ? stayed : stayed.plus(more);
            return new Attendee(address, first, total);
        }
    }

    /**
     * @param dryRun whether only to say what would come of it
     * @throws Refusal 404, 409 if the session has not begun or was cancelled, 422 if the list is too long
     */
    ImportedAttendance take(SessionId id, AttendanceList list, boolean dryRun) {
        Activity activity = activities.havingSession(id);
        Session session = activity.session(id).orElseThrow();
        session.refuseIfNobodyCame(clock.instant());
        if (list.presences().size() > MOST_PEOPLE) {
            throw Refusal.invalid(new FieldError("body", "has more than " + MOST_PEOPLE + " lines of people"));
        }
        List<Unmatched> unmatched = new ArrayList<>();
        Map<String, Attendee> attendees = byAddress(list, unmatched);
        Map<String, Registration> registered = registered(activity, attendees);
        List<Visit> visits = new ArrayList<>();
        int known = 0;
        for (Map.Entry<String, Attendee> one : attendees.entrySet()) {
            Registration registration = registered.get(one.getKey());
            Reason reason = reasonNotToCount(registration, id);
            if (registration == null || reason != null) {
                unmatched.add(Unmatched.of(one.getValue().first(), reason == null ? Reason.NOT_REGISTERED : reason));
            } else {
                visits.add(new Visit(
                        registration.id(), within(session, one.getValue().stayed())));
                known += registration.attended().contains(id) ? 1 : 0;
            }
        }
        // A list without anybody of this session is likely another one's: it settles nothing.
        Instant settledAt = dryRun || visits.isEmpty() ? session.attendanceSettledAt() : store(id, visits);
        return new ImportedAttendance(
                dryRun, visits.size(), visits.size() - known, settledAt, Unmatched.inOrder(unmatched));
    }

    /** The list is the platform's last word: who is not in it was absent. */
    private Instant store(SessionId session, List<Visit> visits) {
        for (int from = 0; from < visits.size(); from += AT_ONCE) {
            attending.count(
                    session, Attending.Source.LIST, visits.subList(from, Math.min(visits.size(), from + AT_ONCE)));
        }
        return settling.settle(session);
    }

    private static Map<String, Attendee> byAddress(AttendanceList list, List<Unmatched> unmatched) {
        Map<String, Attendee> attendees = new LinkedHashMap<>();
        for (Presence presence : list.presences()) {
            Optional<EmailAddress> address =
                    Optional.ofNullable(presence.address()).flatMap(EmailAddress::parse);
            if (address.isEmpty()) {
                unmatched.add(Unmatched.of(presence, Reason.NO_ADDRESS));
                continue;
            }
            Attendee earlier = attendees.get(address.get().key());
            attendees.put(
                    address.get().key(),
                    earlier == null
                            ? new Attendee(address.get(), presence, presence.stayed())
                            : earlier.and(presence.stayed()));
        }
        return attendees;
    }

    private Map<String, Registration> registered(Activity activity, Map<String, Attendee> attendees) {
        Map<String, Registration> registered = new HashMap<>();
        attending
                .among(
                        activity.id(),
                        attendees.values().stream().map(Attendee::address).toList())
                .forEach(registration ->
                        registered.put(registration.person().email().key(), registration));
        return registered;
    }

    private static @Nullable Reason reasonNotToCount(@Nullable Registration registration, SessionId session) {
        if (registration == null) {
            return Reason.NOT_REGISTERED;
        }
        if (registration.status() != RegistrationStatus.CONFIRMED) {
            return Reason.NOT_CONFIRMED;
        }
        return registration.includes(session) ? null : Reason.NOT_CHOSEN;
    }

    /** Rooms open early and close late, and some come in by two devices at once: nobody is there for longer than it lasts. */
    private static @Nullable Duration within(Session session, @Nullable Duration stayed) {
        Duration whole = Duration.between(session.startsAt(), session.endsAt());
        return stayed != null && stayed.compareTo(whole) > 0 ? whole : stayed;
    }
}

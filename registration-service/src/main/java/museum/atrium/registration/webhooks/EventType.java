package museum.atrium.registration.webhooks;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.stream.Stream;
import museum.atrium.registration.programme.ActivityEvent;
import museum.atrium.registration.signup.Occasion;

/** What a webhook may be told. */
enum EventType {
    ACTIVITY_PUBLISHED("activity.published"),
    ACTIVITY_UPDATED("activity.updated"),
    ACTIVITY_CANCELLED("activity.cancelled"),
    SESSION_SCHEDULED("session.scheduled"),
    SESSION_RESCHEDULED("session.rescheduled"),
    SESSION_CANCELLED("session.cancelled"),
    ATTENDANCE_SETTLED("session.attendanceSettled"),
    REGISTRATION_REQUESTED("registration.requested"),
    REGISTRATION_DECLINED("registration.declined"),
    REGISTRATION_CONFIRMED("registration.confirmed"),
    REGISTRATION_WAITLISTED("registration.waitlisted"),
    REGISTRATION_PROMOTED("registration.promoted"),
    REGISTRATION_OFFERED("registration.offered"),
    REGISTRATION_LAPSED("registration.lapsed"),
    REGISTRATION_INTERESTED("registration.interested"),
    REGISTRATION_CHANGED("registration.changed"),
    REGISTRATION_CANCELLED("registration.cancelled"),
    REGISTRATION_TRANSFERRED("registration.transferred"),
    REGISTRATION_ATTENDED("registration.attended"),
    REGISTRATION_CERTIFIED("registration.certified"),
    CERTIFICATE_REVOKED("registration.certificateRevoked"),
    REGISTRATION_ERASED("registration.erased");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<EventType> named(String wireName) {
        return Stream.of(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }

    /** All of them, for people to read. */
    static String names() {
        return Stream.of(values()).map(EventType::wireName).collect(joining(", "));
    }

    static EventType of(ActivityEvent event) {
        return switch (event) {
            case ActivityEvent.ActivityPublished published -> ACTIVITY_PUBLISHED;
            case ActivityEvent.ActivityUpdated updated -> ACTIVITY_UPDATED;
            case ActivityEvent.ActivityCancelled cancelled -> ACTIVITY_CANCELLED;
            case ActivityEvent.SessionScheduled scheduled -> SESSION_SCHEDULED;
            case ActivityEvent.SessionRescheduled rescheduled -> SESSION_RESCHEDULED;
            case ActivityEvent.SessionCancelled cancelled -> SESSION_CANCELLED;
            case ActivityEvent.AttendanceSettled settled -> ATTENDANCE_SETTLED;
        };
    }

    /** Empty for what concerns a person's mails alone: their address, or links that they lost. */
    static Optional<EventType> of(Occasion occasion) {
        return switch (occasion) {
            case OPT_IN, REQUESTED -> Optional.of(REGISTRATION_REQUESTED);
            case DECLINED -> Optional.of(REGISTRATION_DECLINED);
            case CONFIRMED -> Optional.of(REGISTRATION_CONFIRMED);
            case WAITLISTED -> Optional.of(REGISTRATION_WAITLISTED);
            case PROMOTED -> Optional.of(REGISTRATION_PROMOTED);
            case OFFERED -> Optional.of(REGISTRATION_OFFERED);
            case LAPSED -> Optional.of(REGISTRATION_LAPSED);
            case INTERESTED -> Optional.of(REGISTRATION_INTERESTED);
            case CHANGED -> Optional.of(REGISTRATION_CHANGED);
            case CANCELLED -> Optional.of(REGISTRATION_CANCELLED);
            case TRANSFERRED -> Optional.of(REGISTRATION_TRANSFERRED);
            case ATTENDED -> Optional.of(REGISTRATION_ATTENDED);
            case CERTIFIED -> Optional.of(REGISTRATION_CERTIFIED);
            case CERTIFICATE_REVOKED -> Optional.of(CERTIFICATE_REVOKED);
            case REPEATED, TRANSFER_OFFERED, ADDRESS_PROVING, ADDRESS_ASKED, ADDRESS_CHANGED, LINKS_ASKED ->
                Optional.empty();
        };
    }
}

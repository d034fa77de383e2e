package museum.atrium.registration.programme;

/** What happened to an activity that the public knows; told inside the transaction that changed it, which holds the activity's lock. */
public sealed interface ActivityEvent {

    /** The activity as it is now. */
    Activity activity();

    record ActivityPublished(Activity activity) implements ActivityEvent {}

    record ActivityUpdated(Activity activity) implements ActivityEvent {}

    record ActivityCancelled(Activity activity) implements ActivityEvent {}

    record SessionScheduled(Activity activity) implements ActivityEvent {}

    record SessionRescheduled(Activity activity) implements ActivityEvent {}

    record SessionCancelled(Activity activity) implements ActivityEvent {}

    /** Who is not known to have come to the session by now counts as absent. */
    record AttendanceSettled(Activity activity, SessionId session) implements ActivityEvent {}
}

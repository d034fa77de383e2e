package museum.atrium.notification.audience;

import museum.atrium.notification.planning.Notice;
import museum.atrium.notification.planning.Notices;
import museum.atrium.outbox.EventHandler;
import museum.atrium.outbox.ReceivedEvent;
import org.springframework.stereotype.Component;

/** Takes in reminders that fell due. A reminder is its own identity: told twice, it is noticed once. */
@Component
class ReminderEvents implements EventHandler {

    private final EventReading reading;
    private final Activities activities;
    private final Notices notices;

    ReminderEvents(EventReading reading, Activities activities, Notices notices) {
        this.reading = reading;
        this.activities = activities;
        this.notices = notices;
    }

    @Override
    public String topic() {
        return "atrium.reminders";
    }

    @Override
    public void handle(ReceivedEvent event) {
        ReminderState reminder = reading.read(event, ReminderState.class);
        activities.holdExclusively(reminder.activity());
        notices.add(Notice.reminder(
                reminder.activity(),
                reminder.session(),
                reminder.sessionRevision(),
                reminder.distance(),
                reminder.dueAt(),
                reminder.expiresAt()));
    }
}

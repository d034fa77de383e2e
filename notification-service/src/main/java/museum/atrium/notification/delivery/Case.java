package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.composing.MessageInfo;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with everything that is known about it at this moment.
 *
 * @param news what is told to the subscribers of a series, if the mail tells of it
 * @param gathered what else is new there and has not been told, where what is new is gathered
 * @param held every registration of the person's address, if the mail lists them
 * @param recordings all of the activity
 * @param untold of which of them a mail to the person waits to tell
 * @param message what the organiser wrote, if the mail brings it
 * @param memory what the person was told; shared by all deliveries to that person
 */
record Case(
        Delivery delivery,
        Person person,
        Activity activity,
        @Nullable News news,
        List<News> gathered,
        @Nullable Cause cause,
        List<Held> held,
        List<Recording> recordings,
        Set<UUID> untold,
        @Nullable MessageInfo message,
        Memory memory) {

    /** What concerned the whole audience. */
    record Cause(Instant cutOff, @Nullable Slot previous) {}

    /** What the mail is about: what the person is registered for, or what is new in the series they are subscribed to. */
    Activity shown() {
        return news == null ? activity : news.activity();
    }

    /** What is told beside it and still worth it. */
    Stream<News> otherNews(Instant now) {
        return gathered.stream().filter(other -> other.objection(person.activity(), now) == null);
    }

    /** The session that the mail is about, if it is about one. */
    Optional<LiveSession> session() {
        return activity.session(delivery.about());
    }

    /** The recording that the mail is about, if it is about one. */
    Optional<Recording> recording() {
        UUID about = delivery.about();
        return recordings.stream()
                .filter(recording -> recording.id().equals(about))
                .findFirst();
    }

    /** What else can be watched by now and was not told, if the mail tells of a recording. */
    Stream<Recording> otherRecordings() {
        return delivery.kind() != MailKind.RECORDING_AVAILABLE
                ? Stream.empty()
                : recordings.stream()
                        .filter(other ->
                                untold.contains(other.id()) && !other.id().equals(delivery.about()))
                        .filter(other -> other.published() && other.isFor(person));
    }

    /** The sessions of the person's choice that are still to come. */
    Stream<LiveSession> toCome(Instant now) {
        return activity.sessions().stream()
                .filter(session -> !session.cancelled() && !session.isOver(now) && person.chose(session.id()));
    }

    /** A module to go through in one's own time would block it for weeks. */
    boolean belongsInCalendar(LiveSession session) {
        return hasPlaceIn(session) && !session.manner().selfPaced();
    }

    /** Whether the person has a place in the session. */
    boolean hasPlaceIn(LiveSession session) {
        return person.standing() == Standing.CONFIRMED
                && person.chose(session.id())
                && !session.cancelled()
                && !activity.cancelled();
    }
}

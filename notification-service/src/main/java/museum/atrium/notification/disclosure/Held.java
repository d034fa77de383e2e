package museum.atrium.notification.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is held of a registration. What others know better is named as a copy; nothing here says whose it is, and what mail servers
 * replied stays where it is kept, for they have many ways to say that.
 *
 * @param mails newest first
 * @param olderMails how many more there are
 * @param awaitedMessages of organisers, until the registration is known whole
 * @param mailChoices which mails are wanted, of those that can be stopped, where anything was said of it
 * @param suppressedSince since when nothing is sent to the address; null where that is not so
 * @param toldReach what other services were told last of whether mails reach them; null: nothing, for they do
 */
record Held(
        boolean registrationCopy,
        boolean contactCopy,
        List<Mail> mails,
        int olderMails,
        List<Telling> tellings,
        @Nullable Overview overview,
        List<UUID> awaitedMessages,
        List<Choice> mailChoices,
        @Nullable Instant suppressedSince,
        @Nullable ToldReach toldReach) {

    /** @param failedAttempts the last of those that did not end with the mail accepted */
    record Mail(
            String kind,
            @Nullable UUID about,
            @Nullable String distance,
            long revision,
            String status,
            @Nullable String reason,
            Instant plannedAt,
            Instant dueAt,
            @Nullable Instant finishedAt,
            int attempts,
            boolean replyKept,
            List<FailedAttempt> failedAttempts) {}

    record FailedAttempt(Instant at, String outcome, boolean replyKept) {}

    /**
     * @param toldOf the slot as it is stored
     * @param toldBefore when that was another one
     */
    record Telling(
            UUID session,
            JsonNode toldOf,
            @Nullable JsonNode toldBefore,
            @Nullable String calendarEntry,
            int sequence,
            long revision) {}

    record Overview(long revision) {}

    /** @param everywhere for all registrations of the address, where nothing else was said of one */
    record Choice(String topic, boolean wanted, boolean everywhere, Instant chosenAt) {}

    record ToldReach(
            long revision,
            @Nullable String because,
            @Nullable Instant since,
            List<String> unsubscribed) {}
}

package museum.atrium.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import museum.atrium.notification.composing.Role;
import museum.atrium.notification.composing.Standing;
import museum.atrium.notification.composing.Topic;
import org.jspecify.annotations.Nullable;

/**
 * One participant in one activity, or one who speaks there, as known at this moment.
 *
 * @param answerBy until when the person must answer, if they are asked
 * @param sessions those chosen; null for all
 * @param calendar of all that the address is registered for; null if nobody asked for the links of this address
 * @param unwanted what the person has stopped
 * @param suppressed whether nothing is sent to the address any more
 * @param contact null once it is erased
 */
record Person(
        UUID id,
        UUID activity,
        long revision,
        Standing standing,
        Role role,
        @Nullable Instant answerBy,
        @Nullable List<UUID> sessions,
        @Nullable Instant confirmedAt,
        int linkVersion,
        Map<String, Long> occasions,
        Set<UUID> attended,
        @Nullable UUID calendar,
        Set<Topic> unwanted,
        boolean suppressed,
        @Nullable Contact contact) {

    /** The occasions that end a registration; the last of them says how it ended. */
    private static final List<String> ENDS =
            List.of("cancelled", "declined", "lapsed", "transferred", "speakerDeclined", "speakerWithdrawn");

    /** @param revision the registration's, at which it was told; 0 when that is not known */
    record Contact(
            long revision,
            String email,
            String name,
            @Nullable String language,
            @Nullable String timeZone) {

        @Override
        public String toString() {
            return "Contact[personal]";
        }
    }

    /** The revision at which the registration last ended, also if it was taken up again since; 0 if it never did. */
    long endedAt() {
        return ENDS.stream().mapToLong(this::at).max().orElse(0);
    }

    /** The revision at which this last happened; 0 if it never did. */
    long at(String occasion) {
        return occasions.getOrDefault(occasion, 0L);
    }

    /**
     * Registration and contact come on different topics, each change of the contact on both. As long as only one of them
     * has come, a mail could bring new links to the old address, or to the new one what was meant for the old.
     */
    boolean awaitsOtherHalf() {
        return contact != null && (contact.revision() < at("addressChanged") || contact.revision() > revision);
    }

    /** The revision since which the links of before are worthless, if there were any; 0 if they never changed. */
    long linksSince() {
        // Who has accepted to speak accepts no second time without an end in between, but may be sent new links.
        return Math.max(at("addressChanged"), at("speakerAccepted"));
    }

    boolean chose(UUID session) {
        return sessions == null || sessions.contains(session);
    }

    /** To any of the sessions; what is not known by now is no. */
    boolean came() {
        return !attended.isEmpty();
    }

    boolean wasConfirmedBy(Instant moment) {
        return standing == Standing.CONFIRMED && confirmedAt != null && !confirmedAt.isAfter(moment);
    }
}
